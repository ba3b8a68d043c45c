package net.bioclipse.adit.chemistry.cdk.properties;

import java.util.Locale;
import java.util.stream.StreamSupport;
import net.bioclipse.adit.structure.io.TextLines;
import org.openscience.cdk.AtomRef;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.isomorphism.DfPattern;
import org.openscience.cdk.isomorphism.matchers.Expr;
import org.openscience.cdk.isomorphism.matchers.QueryAtom;
import org.openscience.cdk.isomorphism.matchers.QueryAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smarts.Smarts;
import org.openscience.cdk.smarts.SmartsResult;

/** A substructure as a SMARTS pattern, checked and ready to be looked for; safe for several threads. */
final class Substructure {

    private static final int LONGEST = 1000;

    private final String smarts;
    private final DfPattern pattern;
    private final boolean namesHydrogen;

    /** @throws IllegalArgumentException with a sentence for the user that says where the pattern is wrong */
    Substructure(String smarts) {
        this.smarts = smarts;
        if (smarts.length() > LONGEST) {
            throw refusal("it has " + smarts.length() + " characters; at most " + LONGEST + " would be right", 0);
        }
        for (int i = 0; i < smarts.length(); i++) {
            // CDK takes what follows a blank for a name, and a pattern of a reaction matches no molecule.
            if (Character.isWhitespace(smarts.charAt(i)) || smarts.charAt(i) == '>') {
                throw refusal("blanks and reactions have no place in it", i);
            }
        }
        QueryAtomContainer query = new QueryAtomContainer(SilentChemObjectBuilder.getInstance());
        SmartsResult result = Smarts.parseToResult(query, smarts);
        if (!result.ok() || query.getAtomCount() == 0) {
            throw refusal(result.ok() ? "it is empty" : result.getMessage().toLowerCase(Locale.ROOT),
                    result.getPosition() - 1);
        }
        pattern = DfPattern.findSubstructure(query);
        namesHydrogen = namesHydrogen(query);
    }

    private IllegalArgumentException refusal(String why, int position) {
        int at = Math.max(0, Math.min(position, smarts.length() - 1));
        String place = smarts.isEmpty() ? "" : " (character " + (at + 1) + ", '" + smarts.charAt(at) + "')";
        return new IllegalArgumentException("The substructure " + TextLines.quoted(smarts) + " is no SMARTS: " + why + place
                + "; c1ccccc1 or [NX3;H2] would be right.");
    }

    /** Whether it can only be found where hydrogens are atoms and not counts. */
    boolean namesHydrogen() {
        return namesHydrogen;
    }

    private static boolean namesHydrogen(IAtomContainer query) {
        return StreamSupport.stream(query.atoms().spliterator(), false)
                .anyMatch(atom -> namesHydrogen(((QueryAtom) AtomRef.deref(atom)).getExpression()));
    }

    private static boolean namesHydrogen(Expr expression) {
        return switch (expression.type()) {
            case ELEMENT, ALIPHATIC_ELEMENT -> expression.value() == 1;
            case AND, OR -> namesHydrogen(expression.left()) || namesHydrogen(expression.right());
            case RECURSIVE -> namesHydrogen(expression.subquery());
            default -> false;
        };
    }

    boolean isIn(IAtomContainer prepared) {
        return pattern.matches(prepared);
    }

    @Override
    public String toString() {
        return smarts;
    }
}
