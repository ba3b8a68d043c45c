package net.bioclipse.adit.chemistry.cdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.bioclipse.adit.chemistry.cdk.Contacts.Contact;
import net.bioclipse.adit.chemistry.cdk.LewisSearch.Lewis;
import net.bioclipse.adit.chemistry.cdk.LewisSearch.Mode;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Molecule;

/**
 * Bonds, bond orders and formal charges of a molecule from its coordinates alone, for total charge 0 and closed shells: the
 * bonds by {@link Contacts}, their orders and the charges by {@link LewisSearch}. What cannot be satisfied becomes a failed
 * finding that names the atoms. Atoms that close their shells as an ion only are perceived as that ion, and fail the check
 * "charge": from coordinates alone it cannot be told from a neutral molecule that lacks or has a hydrogen too many.
 *
 * <p>Limits: no metals, no bridging hydrogens (diborane), no more than two electrons too few or too many anywhere; two
 * radicals side by side are a double bond, as in O2.
 */
final class Perception {

    /**
     * So many times worse may the order of a multiple bond explain its length than a single bond would: 1.39 Å for C=N+ is
     * between the amidinium ions (up to 1.385 Å) and anilines (from 1.40 Å).
     */
    private static final int NEARLY_SINGLE = 3;

    /** Cosine of 150 degrees. */
    private static final double BENT = -0.866;

    private final Molecule molecule;
    private final List<Finding> findings = new ArrayList<>();
    private List<Bond> bonds = List.of();
    private int[] charges = {};

    private Perception(Molecule molecule) {
        this.molecule = molecule;
    }

    static Perception of(Molecule molecule) {
        Perception perception = new Perception(molecule);
        perception.perceive();
        return perception;
    }

    /** The checks "elements", "clash", "valence", "radical", "charge" and "connected", as far as they could be made. */
    List<Finding> findings() {
        return findings;
    }

    /** Perceived bonds; empty when perception failed. */
    List<Bond> bonds() {
        return bonds;
    }

    /** Formal charge of each atom; empty when perception failed. */
    int[] charges() {
        return charges;
    }

    boolean succeeded() {
        return charges.length > 0;
    }

    private void perceive() {
        if (!elementsCanBeAssessed()) {
            return;
        }
        Contacts contacts = Contacts.of(molecule);
        check("clash", contacts.worstClash().map(worst -> clash(worst, contacts.clashCount())));
        LewisProblem problem = new LewisProblem(molecule.atomicNumbers(), contacts.bonds());
        if (withinHighestValence(problem)) {
            List<Contact> bondsAndPerhaps = contacts.bondsAndPerhaps();
            findLewisStructure(bondsAndPerhaps.size() == contacts.bonds().size() ? List.of(problem)
                    : List.of(problem, new LewisProblem(molecule.atomicNumbers(), bondsAndPerhaps)));
        }
        check("connected", parts(succeeded() ? bonds : bondsOf(contacts.bonds())));
    }

    private void check(String name, Optional<String> failure) {
        findings.add(new Finding(name, failure.isEmpty(), failure.orElse("")));
    }

    private boolean elementsCanBeAssessed() {
        Optional<String> failure = notAssessable(molecule);
        check("elements", failure);
        return failure.isEmpty();
    }

    /** Why the valence of these atoms cannot be judged; empty when it can. */
    static Optional<String> notAssessable(Molecule molecule) {
        if (molecule.atomCount() > Contacts.MAX_ATOMS) {
            return Optional.of("not assessable: " + molecule.atomCount() + " atoms, at most " + Contacts.MAX_ATOMS
                    + " are perceived");
        }
        return IntStream.range(0, molecule.atomCount())
                .filter(i -> ValenceState.of(molecule.atomicNumber(i)).isEmpty()).boxed().findFirst()
                .map(i -> "not assessable: " + Labels.atom(molecule, i) + " is "
                        + ElementKind.of(molecule.atomicNumber(i)).phrase());
    }

    private String clash(Contact worst, int count) {
        String pair = label(worst.first()) + " and " + label(worst.second()) + " are " + Labels.angstrom(worst.distance())
                + " apart, " + Labels.decimals(worst.ratio(), 2) + " of the sum of their radii";
        return count == 1 ? pair : pair + " (the worst of " + count + " pairs)";
    }

    private boolean withinHighestValence(LewisProblem problem) {
        List<String> failures = IntStream.range(0, molecule.atomCount())
                .filter(i -> problem.choices(i, true).isEmpty())
                .mapToObj(i -> LewisDefects.ofValences(molecule, i, problem.degree(i))).toList();
        if (!failures.isEmpty()) {
            check("valence", LewisDefects.joined(failures));
        }
        return failures.isEmpty();
    }

    /** @param problems that of the sure bonds, and that with the doubtful ones where there are any */
    private void findLewisStructure(List<LewisProblem> problems) {
        LewisProblem sure = problems.get(0);
        try {
            Optional<Found> found = neutral(problems);
            Optional<String> odd = found.flatMap(this::oddCharge);
            Optional<Found> ion = found.isPresent() && odd.isEmpty() ? Optional.empty() : ion(sure);
            if (ion.isPresent()) {
                accept(ion.get());
                check("charge", Optional.of("an ion of total charge " + Labels.signed(IntStream.of(charges).sum())
                        + "; as a neutral molecule "
                        + odd.orElse(defects(sure).map(LewisDefects::toString).orElse("there is none"))));
            } else if (found.isPresent()) {
                accept(found.get());
                check("charge", odd);
            } else {
                explain(defects(sure));
            }
        } catch (LewisSearch.TooComplex e) {
            check("valence", Optional.of("not assessable: " + e.getMessage() + " for an exact search of bond orders"));
        }
    }

    /** Neutral atoms before charged ones; a doubtful distance is a bond only where all valences need it. */
    private static Optional<Found> neutral(List<LewisProblem> problems) throws LewisSearch.TooComplex {
        for (Mode mode : new Mode[] {Mode.NEUTRAL, Mode.CHARGED}) {
            for (LewisProblem problem : problems) {
                Optional<Lewis> lewis = LewisSearch.solve(problem, mode);
                if (lewis.isPresent()) {
                    return Optional.of(new Found(problem, lewis.get()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Found> ion(LewisProblem problem) throws LewisSearch.TooComplex {
        return LewisSearch.solve(problem, Mode.ION).map(lewis -> new Found(problem, lewis))
                .filter(Found::explainsLengthsAtCations).filter(found -> oddCharge(found).isEmpty() && !bent(found));
    }

    /** An atom with two neighbours and four valences is straight, or it lacks a hydrogen. */
    private boolean bent(Found found) {
        double[] xyz = molecule.positions();
        return IntStream.range(0, molecule.atomCount()).anyMatch(i -> {
            List<LewisProblem.Link> around = found.problem.around(i);
            boolean tetravalent = molecule.atomicNumber(i) == 6
                    || molecule.atomicNumber(i) == 7 && found.lewis.charges()[i] > 0;
            return tetravalent && around.size() == 2
                    && cosine(xyz, i, around.get(0).other(i), around.get(1).other(i)) > BENT;
        });
    }

    private static double cosine(double[] xyz, int centre, int first, int second) {
        double dot = 0;
        double one = 0;
        double two = 0;
        for (int k = 0; k < 3; k++) {
            double a = xyz[3 * first + k] - xyz[3 * centre + k];
            double b = xyz[3 * second + k] - xyz[3 * centre + k];
            dot += a * b;
            one += a * a;
            two += b * b;
        }
        return dot / Math.sqrt(one * two);
    }

    private Optional<LewisDefects> defects(LewisProblem problem) throws LewisSearch.TooComplex {
        return LewisSearch.solve(problem, Mode.DEFECTIVE).map(lewis -> new LewisDefects(molecule, problem, lewis));
    }

    private Optional<String> oddCharge(Found found) {
        return StandingCharges.failure(molecule, found.bonds(), found.lewis.charges());
    }

    private void accept(Found found) {
        bonds = found.bonds();
        charges = found.lewis.charges();
        check("valence", Optional.empty());
        check("radical", Optional.empty());
    }

    /** A Lewis structure and its problem, whose links have the same order. */
    private record Found(LewisProblem problem, Lewis lewis) {

        List<Bond> bonds() {
            return IntStream.range(0, lewis.orders().length).mapToObj(k -> new Bond(problem.links().get(k).first(),
                    problem.links().get(k).second(), lewis.orders()[k])).toList();
        }

        /** A cation that a missing hydrogen feigns has a multiple bond as long as a single one. */
        boolean explainsLengthsAtCations() {
            return IntStream.range(0, lewis.orders().length).noneMatch(k -> {
                LewisProblem.Link link = problem.links().get(k);
                int charge = lewis.charges()[link.first()] + lewis.charges()[link.second()];
                return charge > 0 && link.misfit()[lewis.orders()[k] - 1] > NEARLY_SINGLE * link.misfit()[0];
            });
        }
    }

    private void explain(Optional<LewisDefects> defects) {
        if (defects.isEmpty()) {
            check("valence", Optional.of("no bond orders and charges give every atom a closed shell"));
            return;
        }
        check("valence", defects.get().surplusBonds());
        check("radical", defects.get().openValences());
        check("charge", defects.get().unbalancedCations());
    }

    private static List<Bond> bondsOf(List<Contact> contacts) {
        return contacts.stream().map(contact -> new Bond(contact.first(), contact.second(), 1)).toList();
    }

    private Optional<String> parts(List<Bond> joined) {
        int[] part = new int[molecule.atomCount()];
        int count = Fragments.label(part, joined.stream().map(bond -> new int[] {bond.first(), bond.second()}).toList());
        if (count == 1) {
            return Optional.empty();
        }
        int[] sizes = new int[count];
        for (int p : part) {
            sizes[p]++;
        }
        int[] sorted = IntStream.of(sizes).sorted().toArray();
        return Optional.of(count + " separate parts; the largest has " + sorted[count - 1] + " of " + part.length
                + " atoms");
    }

    private String label(int atom) {
        return Labels.atom(molecule, atom);
    }
}
