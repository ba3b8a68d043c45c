package net.bioclipse.adit.chemistry.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.bioclipse.adit.chemistry.cdk.Contacts.Contact;
import net.bioclipse.adit.chemistry.cdk.LewisProblem.Choice;
import net.bioclipse.adit.chemistry.cdk.LewisProblem.Link;
import net.bioclipse.adit.chemistry.cdk.LewisSearch.Lewis;
import net.bioclipse.adit.chemistry.cdk.LewisSearch.Mode;
import net.bioclipse.adit.chemistry.cdk.LewisSearch.TooComplex;
import org.junit.jupiter.api.Test;

class LewisSearchTest {

    private static final int[] ELEMENTS = {6, 6, 6, 7, 7, 8, 8, 16, 15, 1, 5};

    @Test
    void agreesWithTryingEverything() throws TooComplex {
        Random random = new Random(17);
        int solved = 0;
        for (int i = 0; i < 1500; i++) {
            LewisProblem problem = random(random);
            for (Mode mode : List.of(Mode.NEUTRAL, Mode.CHARGED)) {
                long best = new Everything(problem, mode != Mode.NEUTRAL).best();
                Optional<Lewis> found = LewisSearch.solve(problem, mode);
                assertEquals(best, found.map(lewis -> cost(problem, lewis)).orElse(Long.MAX_VALUE));
                solved += found.isPresent() ? 1 : 0;
            }
        }
        assertTrue(solved > 150, solved + " solved");
    }

    /** A connected random graph of three to seven atoms with up to two rings. */
    private static LewisProblem random(Random random) {
        int n = 3 + random.nextInt(5);
        int[] elements = IntStream.range(0, n).map(i -> ELEMENTS[random.nextInt(ELEMENTS.length)]).toArray();
        Set<Integer> pairs = new HashSet<>();
        for (int i = 1; i < n; i++) {
            pairs.add(random.nextInt(i) * n + i);
        }
        for (int k = random.nextInt(3); k > 0; k--) {
            int a = random.nextInt(n);
            int b = random.nextInt(n);
            if (a != b) {
                pairs.add(Math.min(a, b) * n + Math.max(a, b));
            }
        }
        List<Contact> bonds = pairs.stream().map(p -> new Contact(p / n, p % n, 1.1 + 0.5 * random.nextDouble(),
                1)).toList();
        return new LewisProblem(elements, bonds);
    }

    private static long cost(LewisProblem problem, Lewis lewis) {
        long cost = 0;
        int charge = 0;
        int[] valence = new int[problem.atomCount()];
        for (int k = 0; k < lewis.orders().length; k++) {
            Link link = problem.links().get(k);
            cost += link.misfit()[lewis.orders()[k] - 1];
            valence[link.first()] += lewis.orders()[k];
            valence[link.second()] += lewis.orders()[k];
        }
        for (int i = 0; i < valence.length; i++) {
            int at = i;
            charge += lewis.charges()[i];
            Choice choice = problem.choices(i, true).stream().filter(c -> c.charge() == lewis.charges()[at]
                    && c.need() + problem.degree(at) == valence[at]).findFirst().orElseThrow();
            cost += Everything.cost(choice);
        }
        assertEquals(0, charge);
        return cost;
    }

    /** The plain way: every state of every atom with every order of every bond. */
    private record Everything(LewisProblem problem, boolean charged) {

        static long cost(Choice choice) {
            return choice.rank() * 10_000_000_000L + (choice.charge() == 0 ? 0 : 100_000_000_000_000L);
        }

        long best() {
            return states(0, new int[problem.atomCount()], 0, 0);
        }

        private long states(int atom, int[] need, int charge, long cost) {
            if (atom == need.length) {
                return charge == 0 ? orders(0, need, cost) : Long.MAX_VALUE;
            }
            long best = Long.MAX_VALUE;
            for (Choice choice : problem.choices(atom, charged)) {
                need[atom] = choice.need();
                best = Math.min(best, states(atom + 1, need, charge + choice.charge(), cost + cost(choice)));
            }
            return best;
        }

        private long orders(int bond, int[] need, long cost) {
            if (bond == problem.links().size()) {
                return IntStream.of(need).allMatch(n -> n == 0) ? cost : Long.MAX_VALUE;
            }
            Link link = problem.links().get(bond);
            long best = Long.MAX_VALUE;
            for (int more = 0; more <= 2; more++) {
                if (need[link.first()] >= more && need[link.second()] >= more) {
                    int[] left = need.clone();
                    left[link.first()] -= more;
                    left[link.second()] -= more;
                    best = Math.min(best, orders(bond + 1, left, cost + link.misfit()[more]));
                }
            }
            return best;
        }
    }

    @Test
    void findsTheKekuleStructureOfALargeSheet() throws TooComplex {
        Optional<Lewis> sheet = LewisSearch.solve(sheet(8, 12), Mode.NEUTRAL);
        assertTrue(sheet.isPresent());
        assertEquals(8 * 12 / 2, IntStream.of(sheet.get().orders()).filter(order -> order == 2).count());
    }

    @Test
    void findsNoneForASheetWithAnOddNumberOfCarbons() throws TooComplex {
        assertEquals(Optional.empty(), LewisSearch.solve(sheet(7, 9), Mode.NEUTRAL));
        Lewis broken = LewisSearch.solve(sheet(7, 9), Mode.DEFECTIVE).orElseThrow();
        assertEquals(1, IntStream.of(broken.open()).sum());
    }

    /** Brick wall of carbons, the topology of graphene; edges get the hydrogens that are missing. */
    private static LewisProblem sheet(int rows, int columns) {
        List<int[]> pairs = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (c + 1 < columns) {
                    pairs.add(new int[] {r * columns + c, r * columns + c + 1});
                }
                if (r + 1 < rows && (r + c) % 2 == 0) {
                    pairs.add(new int[] {r * columns + c, (r + 1) * columns + c});
                }
            }
        }
        int carbons = rows * columns;
        int[] degree = new int[carbons];
        pairs.forEach(pair -> IntStream.of(pair).forEach(i -> degree[i]++));
        List<Contact> bonds = new ArrayList<>(pairs.stream().map(p -> new Contact(p[0], p[1], 1.42, 1)).toList());
        int atoms = carbons;
        for (int i = 0; i < carbons; i++) {
            for (int k = degree[i]; k < 3; k++) {
                bonds.add(new Contact(i, atoms++, 1.09, 1));
            }
        }
        int all = atoms;
        return new LewisProblem(IntStream.range(0, all).map(i -> i < carbons ? 6 : 1).toArray(), bonds);
    }

    @Test
    void givesUpOnATangleInsteadOfHanging() {
        // A ring of carbons whose third bonds lead anywhere.
        int n = 400;
        List<Integer> mixed = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(mixed, new Random(5));
        Set<Integer> pairs = new HashSet<>();
        for (int i = 0; i < n; i++) {
            pairs.add(i * n + (i + 1) % n);
            pairs.add(mixed.get(i) * n + mixed.get(i ^ 1));
        }
        pairs.removeIf(p -> p / n > p % n && pairs.contains(p % n * n + p / n));
        int[] elements = IntStream.range(0, n).map(i -> 6).toArray();
        LewisProblem tangle = new LewisProblem(elements,
                pairs.stream().map(p -> new Contact(p / n, p % n, 1.4, 1)).toList());
        assertThrows(TooComplex.class, () -> LewisSearch.solve(tangle, Mode.NEUTRAL));
    }
}
