package net.bioclipse.adit.chemistry.cdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
 * finding that names the atoms.
 *
 * <p>Limits: no metals, no bridging hydrogens (diborane), no more than two electrons too few or too many anywhere; two
 * radicals side by side are a double bond, as in O2.
 */
final class Perception {

    static final int NAMED_ATOMS = 4;

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
            findLewisStructure(problem, new LewisProblem(molecule.atomicNumbers(), contacts.bondsAndPerhaps()));
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
                .mapToObj(i -> ofValences(i, problem.degree(i))).toList();
        if (!failures.isEmpty()) {
            check("valence", Optional.of(joined(failures)));
        }
        return failures.isEmpty();
    }

    /** Neutral structures before charged ones; a doubtful distance is a bond only where all valences need it. */
    private void findLewisStructure(LewisProblem sure, LewisProblem withDoubtful) {
        boolean doubts = withDoubtful.links().size() > sure.links().size();
        try {
            for (Mode mode : new Mode[] {Mode.NEUTRAL, Mode.CHARGED}) {
                for (LewisProblem problem : doubts ? List.of(sure, withDoubtful) : List.of(sure)) {
                    Optional<Lewis> lewis = LewisSearch.solve(problem, mode);
                    if (lewis.isPresent()) {
                        accept(problem, lewis.get());
                        return;
                    }
                }
            }
            explain(sure, LewisSearch.solve(sure, Mode.DEFECTIVE));
        } catch (LewisSearch.TooComplex e) {
            check("valence", Optional.of("not assessable: " + e.getMessage() + " for an exact search of bond orders"));
        }
    }

    private void accept(LewisProblem problem, Lewis lewis) {
        List<Bond> found = new ArrayList<>();
        for (int k = 0; k < problem.links().size(); k++) {
            found.add(new Bond(problem.links().get(k).first(), problem.links().get(k).second(), lewis.orders()[k]));
        }
        bonds = found;
        charges = lewis.charges();
        check("valence", Optional.empty());
        check("radical", Optional.empty());
        check("charge", StandingCharges.failure(molecule, bonds, charges));
    }

    private void explain(LewisProblem problem, Optional<Lewis> lewis) {
        if (lewis.isEmpty()) {
            check("valence", Optional.of("no bond orders and charges give every atom a closed shell"));
            return;
        }
        int[] open = lewis.get().open();
        List<String> surplus = new ArrayList<>();
        List<String> onium = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < open.length; i++) {
            int usual = ValenceState.usualValence(problem.element(i), problem.degree(i));
            if (open[i] > 0) {
                missing.add(ofValences(i, Math.max(usual, open[i]) - open[i]));
            } else if (open[i] < 0 && problem.choices(i, true).stream().anyMatch(c -> c.charge() > 0)) {
                onium.add(label(i) + " has " + problem.degree(i) + " bonds as in a cation and no anion balances it");
            } else if (open[i] < 0) {
                surplus.add(ofValences(i, problem.degree(i)));
            }
        }
        check("valence", surplus.isEmpty() ? Optional.empty() : Optional.of(joined(surplus)));
        check("radical", missing.isEmpty() ? Optional.empty() : Optional.of(joined(missing)));
        check("charge", onium.isEmpty() ? Optional.empty() : Optional.of(joined(onium)));
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

    private String ofValences(int atom, int used) {
        return label(atom) + " has " + used + " of " + ValenceState.usualValence(molecule.atomicNumber(atom), used)
                + " valences";
    }

    private String label(int atom) {
        return Labels.atom(molecule, atom);
    }

    private static String joined(List<String> sentences) {
        String first = sentences.stream().limit(NAMED_ATOMS).collect(Collectors.joining("; "));
        int more = sentences.size() - NAMED_ATOMS;
        return more > 0 ? first + "; and " + more + " more" : first;
    }
}
