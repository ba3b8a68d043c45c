package net.bioclipse.adit.chemistry.cdk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The question put to {@link LewisSearch}: atoms that may take one of several states, bonds whose order is open, and an
 * order in which to visit the atoms so that few of them are half decided at any time.
 */
final class LewisProblem {

    /**
     * One way to treat an atom.
     *
     * @param charge formal charge
     * @param need   bond order wanted beyond one for each bond
     * @param rank   rank of the valence state
     * @param excess bonds above every neutral valence: 0, except where defects are allowed
     */
    record Choice(int charge, int need, int rank, int excess) {
    }

    /** A bond between two atoms; misfit[k] is the cost of the order k + 1. */
    record Link(int first, int second, long[] misfit) {

        int other(int atom) {
            return atom == first ? second : first;
        }
    }

    private final int[] elements;
    private final List<Link> links;
    private final List<List<Link>> around = new ArrayList<>();

    LewisProblem(int[] elements, List<Contacts.Contact> bonds) {
        this.elements = elements;
        this.links = bonds.stream().map(this::link).toList();
        for (int i = 0; i < elements.length; i++) {
            around.add(new ArrayList<>());
        }
        for (Link link : links) {
            around.get(link.first).add(link);
            around.get(link.second).add(link);
        }
    }

    private Link link(Contacts.Contact bond) {
        int first = elements[bond.first()];
        int second = elements[bond.second()];
        long[] misfit = new long[3];
        for (int order = 1; order <= 3; order++) {
            misfit[order - 1] = BondLengths.misfit(first, second, bond.distance(), order);
        }
        return new Link(bond.first(), bond.second(), misfit);
    }

    int atomCount() {
        return elements.length;
    }

    List<Link> links() {
        return links;
    }

    List<Link> around(int atom) {
        return around.get(atom);
    }

    int degree(int atom) {
        return around.get(atom).size();
    }

    int element(int atom) {
        return elements[atom];
    }

    /** The states that an atom with its neighbours may take, the usual one first. */
    List<Choice> choices(int atom, boolean charged) {
        int[] neighbours = new int[degree(atom)];
        for (int k = 0; k < neighbours.length; k++) {
            neighbours[k] = elements[around.get(atom).get(k).other(atom)];
        }
        List<Choice> choices = new ArrayList<>();
        for (ValenceState state : ValenceState.of(elements[atom])) {
            int need = state.valence() - neighbours.length;
            if (need >= 0 && (charged || state.charge() == 0) && state.neighbours().allow(neighbours)) {
                choices.add(new Choice(state.charge(), need, state.rank(), 0));
            }
        }
        return choices;
    }

    /**
     * All atoms, each connected part after the other along the given open bonds; within a part always that neighbour of the
     * visited atoms next which leaves the fewest of them with unvisited neighbours.
     */
    int[] visitingOrder(List<List<Link>> open) {
        List<Integer> order = new ArrayList<>();
        boolean[] visited = new boolean[elements.length];
        int[] unvisited = open.stream().mapToInt(List::size).toArray();
        Integer[] starts = new Integer[elements.length];
        Arrays.setAll(starts, i -> i);
        Arrays.sort(starts, Comparator.comparingInt(i -> unvisited[i]));
        for (int start : starts) {
            if (visited[start]) {
                continue;
            }
            ArrayDeque<Integer> border = new ArrayDeque<>(List.of(start));
            while (!border.isEmpty()) {
                int next = narrowest(border, open, visited, unvisited);
                if (next < 0) {
                    break;
                }
                visited[next] = true;
                order.add(next);
                border.add(next);
                open.get(next).forEach(link -> unvisited[link.other(next)]--);
                border.removeIf(atom -> visited[atom] && unvisited[atom] == 0);
            }
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int narrowest(ArrayDeque<Integer> border, List<List<Link>> open, boolean[] visited, int[] unvisited) {
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int atom : border) {
            if (!visited[atom]) {
                return atom;
            }
            for (Link link : open.get(atom)) {
                int candidate = link.other(atom);
                if (visited[candidate]) {
                    continue;
                }
                int opened = unvisited[candidate] > 0 ? 1 : 0;
                for (Link further : open.get(candidate)) {
                    opened -= visited[further.other(candidate)] && unvisited[further.other(candidate)] == 1 ? 1 : 0;
                }
                if (opened < fewest) {
                    fewest = opened;
                    best = candidate;
                }
            }
        }
        return best;
    }
}
