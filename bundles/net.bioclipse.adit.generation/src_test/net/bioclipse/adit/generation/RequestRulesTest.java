package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import net.bioclipse.adit.generation.GenerationRequest.AtomRange;
import net.bioclipse.adit.generation.GenerationRequest.Keep;
import net.bioclipse.adit.structure.Formula;
import org.junit.jupiter.api.Test;

class RequestRulesTest {

    private static String refusal(GenerationRequest request) {
        return assertThrows(IllegalRequestException.class,
                () -> RequestRules.check(request, ToyModel.packageWith("euler-flow/1"))).getMessage();
    }

    private static String refusal(String... texts) {
        return refusal(ToyModel.request(texts));
    }

    private static GenerationRequest made(long count, Optional<AtomRange> atoms, TreeSet<Integer> elements, int steps,
            double guidance, int batch, long attempts) {
        return new GenerationRequest(StructureKind.MOLECULE, count, 1, atoms, elements, Optional.empty(), Keep.ALL,
                OptionalInt.of(steps), OptionalDouble.of(guidance), batch, attempts);
    }

    private static GenerationRequest made(int steps, double guidance, int batch, long attempts) {
        return made(1, Optional.empty(), new TreeSet<>(), steps, guidance, batch, attempts);
    }

    @Test
    void acceptsWhatTheModelCan() {
        RequestRules.check(ToyModel.request("formula", "CH4", "elements", "C,H,O", "atoms", "4-5"),
                ToyModel.packageWith("euler-flow/1"));
    }

    @Test
    void refusesAKindThatTheModelDoesNotDraw() {
        assertEquals("Model 'toy' was asked for a crystal; it can draw: molecule.", refusal("kind", "crystal"));
    }

    @Test
    void refusesElementsThatTheModelNeverSaw() {
        assertEquals("'elements' asks for Cl, Xe, which model 'toy' never saw in a molecule; it knows H, C, O.",
                refusal("elements", "Xe,C,Cl"));
        assertEquals("Formula XeH2 needs Xe, which model 'toy' never saw in a molecule; it knows H, C, O.".replace("XeH2",
                Formula.parse("XeH2").toString()), refusal("formula", "XeH2"));
    }

    @Test
    void refusesAFormulaThatContradictsTheElements() {
        assertEquals("Formula CH4 contradicts 'elements', which allows only C, O; leave elements out or add H.",
                refusal("formula", "CH4", "elements", "C,O"));
    }

    @Test
    void refusesSizesThatTheModelNeverSaw() {
        assertEquals("Formula C60 has 60 atoms; the model saw molecules of 3-5 atoms.", refusal("formula", "C60"));
        assertEquals("Atoms asks for 6-90; the model saw molecules of 3-5 atoms.", refusal("atoms", "6-90"));
        assertEquals("Formula H2O has 3 atoms, but atoms asks for 4-5; leave atoms out or give 3.",
                refusal("formula", "H2O", "atoms", "4-5"));
    }

    @Test
    void refusesFewerAttemptsThanStructures() {
        assertEquals("'attempts' is 4 but 'count' is 5; attempts must be at least as many.",
                refusal("count", "5", "attempts", "4"));
    }

    @Test
    void refusesASamplerThatIsNotKnown() {
        assertThrows(IllegalRequestException.class,
                () -> RequestRules.check(ToyModel.request(), ToyModel.packageWith("other/1")));
    }

    @Test
    void refusesNumbersOutOfBoundsHoweverTheRequestWasMade() {
        assertEquals("'steps' is '0'; right would be a whole number from 1 to 10000.", refusal(made(0, 1, 1, 1)));
        assertEquals("'guidance' is '-0.5'; right would be a number from 0 to 100.", refusal(made(1, -0.5, 1, 1)));
        assertEquals("'guidance' is 'NaN'; right would be a number from 0 to 100.", refusal(made(1, Double.NaN, 1, 1)));
        assertEquals("'batch' is '5000'; right would be a whole number from 1 to 4096.", refusal(made(1, 1, 5000, 1)));
        assertEquals("'attempts' is '0'; right would be a whole number from 1 to 1000000000000.",
                refusal(made(1, 1, 1, 0)));
        assertEquals("'count' is '-3'; right would be a whole number from 1 to 1000000000.",
                refusal(made(-3, Optional.empty(), new TreeSet<>(), 1, 1, 1, 1)));
        assertEquals("'atoms' is '9-2'; right would be a number such as 12 or a range such as 8-16, from 1 to 9999.",
                refusal(made(1, Optional.of(new AtomRange(9, 2)), new TreeSet<>(), 1, 1, 1, 1)));
        assertEquals("'elements' is '300'; right would be element symbols with commas, such as C,H,O.",
                refusal(made(1, Optional.empty(), new TreeSet<>(java.util.List.of(300)), 1, 1, 1, 1)));
    }

    @Test
    void refusesANoiseScaleWhereTheSamplerAddsNone() {
        assertEquals("'noise-scale' is given, but the sampler of model 'toy', euler-flow/1, adds no noise; leave it out.",
                assertThrows(IllegalRequestException.class, () -> RequestRules.check(
                        ToyModel.request("noise-scale", "0.5"), ToyModel.packageWith("euler-flow/1"))).getMessage());
        assertDoesNotThrow(() -> RequestRules.check(ToyModel.request("noise-scale", "0.5"),
                ToyModel.packageWith("stochastic-flow/1")));
    }

    @Test
    void refusesToRelaxCrystals() {
        assertEquals("'relax' is 'mmff94', but only molecules can be relaxed; leave it out for crystals.",
                refusal("kind", "crystal", "relax", "mmff94"));
    }
}
