package net.bioclipse.adit.chemistry.cdk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.bioclipse.adit.chemistry.cdk.LewisProblem.Choice;
import net.bioclipse.adit.chemistry.cdk.LewisProblem.Link;

/**
 * Finds the best Lewis structure of total charge 0 (or of an ion, when asked): bond orders and formal charges that give
 * every atom a closed-shell state.
 *
 * <p>Exact, not greedy: dynamic programming over the atoms in visiting order. What is remembered between two steps is only
 * the bond order still wanted by each half-decided atom, and the charge so far; of all ways to get there the cheapest is
 * kept.
 * The cost compares, in this order, the number of open or surplus valences (only where defects are allowed), the number of
 * charged atoms, rare valence states, and how badly the orders explain the bond lengths. The effort is bounded; beyond the
 * bound there is no answer rather than a wrong one.
 */
final class LewisSearch {

    /** How much may be bent to find an answer. */
    enum Mode {
        /** Only neutral atoms. */
        NEUTRAL,
        /** Charged atoms in balance. */
        CHARGED,
        /** Charged atoms whose charges need not balance: an ion. */
        ION,
        /** Also atoms with open or surplus valences, to say what is wrong. */
        DEFECTIVE
    }

    /**
     * An answer.
     *
     * @param orders  bond order of each link of the problem
     * @param charges formal charge of each atom
     * @param open    for each atom the valences left open (positive) or bonds too many (negative)
     */
    record Lewis(int[] orders, int[] charges, int[] open) {
    }

    /** The bound on the effort was reached. */
    static final class TooComplex extends Exception {

        private static final long serialVersionUID = 1L;

        TooComplex() {
            super("too many half-decided atoms", null, false, false);
        }
    }

    private static final int MAX_STEPS = 400_000;
    private static final int SLOT_BITS = 3;
    private static final int SLOTS = 16;
    private static final int CHARGE_SHIFT = SLOT_BITS * SLOTS;
    private static final int MAX_CHARGE = 1000;
    /** Dearer than any misfit: {@link Contacts#MAX_ATOMS} atoms cannot reach it. */
    private static final long RANK = 10_000_000_000L;
    private static final long CHARGED_ATOM = 10_000 * RANK;
    private static final long DEFECT = 300 * CHARGED_ATOM;
    private static final int MAX_DEFECTS = 200;
    private static final List<Choice> SETTLED = List.of(new Choice(0, 0, 0, 0));

    /** A way to a state: what was chosen in the last step, and the way before. */
    private record Way(Way before, int chosen, long cost) {
    }

    private final LewisProblem problem;
    private final Mode mode;
    private final List<List<Choice>> choices = new ArrayList<>();
    private final List<List<Link>> open = new ArrayList<>();
    private final int[] visitingOrder;
    private final int[] slot;
    private final boolean[] slotUsed = new boolean[SLOTS];
    /** What each step decides: an atom's choice or a link's order. */
    private final List<Object> decided = new ArrayList<>();
    private Map<Long, Way> ways = new LinkedHashMap<>();
    private int steps;

    private LewisSearch(LewisProblem problem, Mode mode) {
        this.problem = problem;
        this.mode = mode;
        for (int i = 0; i < problem.atomCount(); i++) {
            choices.add(choices(i));
            open.add(new ArrayList<>());
        }
        for (Link link : problem.links()) {
            if (canRaise(link.first()) && canRaise(link.second())) {
                open.get(link.first()).add(link);
                open.get(link.second()).add(link);
            }
        }
        slot = new int[problem.atomCount()];
        visitingOrder = IntStream.of(problem.visitingOrder(open)).filter(atom -> !isSettled(atom)).toArray();
    }

    /** Nothing is to be decided of it: a hydrogen with its bond, for example. */
    private boolean isSettled(int atom) {
        return choices.get(atom).equals(SETTLED);
    }

    /** @return the best Lewis structure, or empty when there is none in this mode */
    static Optional<Lewis> solve(LewisProblem problem, Mode mode) throws TooComplex {
        return new LewisSearch(problem, mode).solve();
    }

    private List<Choice> choices(int atom) {
        List<Choice> all = problem.choices(atom, mode != Mode.NEUTRAL);
        if (mode == Mode.DEFECTIVE && all.stream().noneMatch(choice -> choice.charge() == 0)) {
            int surplus = problem.degree(atom) - ValenceState.usualValence(problem.element(atom), problem.degree(atom));
            all.add(new Choice(0, 0, 0, surplus));
        }
        return all;
    }

    private boolean canRaise(int atom) {
        return choices.get(atom).stream().anyMatch(choice -> choice.need() > 0);
    }

    private Optional<Lewis> solve() throws TooComplex {
        ways.put(withCharge(0, 0), new Way(null, 0, 0));
        boolean[] visited = new boolean[problem.atomCount()];
        int[] undecided = open.stream().mapToInt(List::size).toArray();
        for (int atom : visitingOrder) {
            enter(atom);
            visited[atom] = true;
            for (Link link : open.get(atom)) {
                if (visited[link.other(atom)]) {
                    raise(link);
                    undecided[link.first()]--;
                    undecided[link.second()]--;
                    leaveWhenDone(link.other(atom), undecided);
                }
            }
            leaveWhenDone(atom, undecided);
            if (ways.isEmpty()) {
                return Optional.empty();
            }
        }
        Optional<Way> best = mode == Mode.ION ? ways.values().stream().min(Comparator.comparingLong(Way::cost))
                : Optional.ofNullable(ways.get(withCharge(0, 0)));
        return best.map(this::trace);
    }

    /** Every state of the atom after every way so far. */
    private void enter(int atom) throws TooComplex {
        slot[atom] = freeSlot();
        decided.add(atom);
        List<Choice> states = choices.get(atom);
        Map<Long, Way> next = new LinkedHashMap<>();
        for (Map.Entry<Long, Way> entry : ways.entrySet()) {
            for (int k = 0; k < states.size(); k++) {
                Choice choice = states.get(k);
                int charge = charge(entry.getKey()) + choice.charge();
                long cost = entry.getValue().cost + choice.rank() * RANK + (choice.charge() != 0 ? CHARGED_ATOM : 0)
                        + choice.excess() * DEFECT;
                if (Math.abs(charge) <= MAX_CHARGE && cost <= MAX_DEFECTS * DEFECT) {
                    long key = withCharge(entry.getKey(), charge) | (long) choice.need() << SLOT_BITS * slot[atom];
                    keep(next, key, entry.getValue(), k, cost);
                }
            }
        }
        ways = next;
    }

    /** Every order of the bond that its atoms still want. */
    private void raise(Link link) throws TooComplex {
        int first = SLOT_BITS * slot[link.first()];
        int second = SLOT_BITS * slot[link.second()];
        decided.add(link);
        Map<Long, Way> next = new LinkedHashMap<>();
        for (Map.Entry<Long, Way> entry : ways.entrySet()) {
            long most = Math.min(2, Math.min(entry.getKey() >> first & 7, entry.getKey() >> second & 7));
            for (int more = 0; more <= most; more++) {
                long key = entry.getKey() - ((long) more << first) - ((long) more << second);
                keep(next, key, entry.getValue(), more, entry.getValue().cost + link.misfit()[more]);
            }
        }
        ways = next;
    }

    /** An atom whose bonds are all decided must want nothing more. */
    private void leaveWhenDone(int atom, int[] undecided) throws TooComplex {
        if (undecided[atom] > 0 || slot[atom] < 0) {
            return;
        }
        int shift = SLOT_BITS * slot[atom];
        decided.add(-1 - atom);
        Map<Long, Way> next = new LinkedHashMap<>();
        for (Map.Entry<Long, Way> entry : ways.entrySet()) {
            int left = (int) (entry.getKey() >> shift & 7);
            // Of two places for an open valence the one with fewer neighbours is where an atom is missing.
            long cost = entry.getValue().cost + left * (DEFECT + problem.degree(atom) * RANK);
            if (left == 0 || mode == Mode.DEFECTIVE && cost <= MAX_DEFECTS * DEFECT) {
                keep(next, entry.getKey() & ~(7L << shift), entry.getValue(), left, cost);
            }
        }
        ways = next;
        slotUsed[slot[atom]] = false;
        slot[atom] = -1;
    }

    private void keep(Map<Long, Way> next, long key, Way before, int chosen, long cost) throws TooComplex {
        Way known = next.get(key);
        if (known == null || cost < known.cost) {
            if (++steps > MAX_STEPS) {
                throw new TooComplex();
            }
            next.put(key, new Way(before, chosen, cost));
        }
    }

    private int freeSlot() throws TooComplex {
        for (int i = 0; i < SLOTS; i++) {
            if (!slotUsed[i]) {
                slotUsed[i] = true;
                return i;
            }
        }
        throw new TooComplex();
    }

    private static int charge(long key) {
        return (int) (key >>> CHARGE_SHIFT) - MAX_CHARGE;
    }

    private static long withCharge(long key, int charge) {
        return key & (1L << CHARGE_SHIFT) - 1 | (long) (charge + MAX_CHARGE) << CHARGE_SHIFT;
    }

    /** Walks back along the cheapest way and reads off what was chosen. */
    private Lewis trace(Way way) {
        int[] charges = new int[problem.atomCount()];
        int[] left = new int[problem.atomCount()];
        Map<Link, Integer> raised = new java.util.IdentityHashMap<>();
        for (int i = decided.size() - 1; i >= 0; i--, way = way.before) {
            if (decided.get(i) instanceof Link link) {
                raised.put(link, way.chosen);
                continue;
            }
            int atom = (Integer) decided.get(i);
            if (atom < 0) {
                left[-1 - atom] += way.chosen;
            } else {
                Choice choice = choices.get(atom).get(way.chosen);
                charges[atom] = choice.charge();
                left[atom] -= choice.excess();
            }
        }
        int[] orders = problem.links().stream().mapToInt(link -> 1 + raised.getOrDefault(link, 0)).toArray();
        return new Lewis(orders, charges, left);
    }
}
