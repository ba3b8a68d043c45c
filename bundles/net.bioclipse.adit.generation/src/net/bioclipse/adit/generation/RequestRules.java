package net.bioclipse.adit.generation;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import net.bioclipse.adit.modelpackage.ModelPackage;

/** What a request must fulfil before anything is computed for it. */
public final class RequestRules {

    private RequestRules() {
    }

    /** @throws IllegalRequestException with one line when the request, or the model for it, cannot be */
    public static void check(GenerationRequest request, ModelPackage model) {
        // Printed and read again: the bounds stand in the table of parameters and nowhere else.
        GenerationParameters.request(GenerationParameters.texts(request));
        if (request.attempts() < request.count()) {
            throw new IllegalRequestException("'attempts' is " + request.attempts() + " but 'count' is " + request.count()
                    + "; attempts must be at least as many.");
        }
        if (request.kind() == StructureKind.CRYSTAL && request.relax() != GenerationRequest.Relax.NONE) {
            throw new IllegalRequestException("'relax' is '" + Parameter.word(request.relax())
                    + "', but only molecules can be relaxed; leave it out for crystals.");
        }
        ModelPackage.Kind kind = kind(request, model);
        checkKnown("'elements' asks for", request.elements(), kind.elements(), request, model);
        request.formula().ifPresent(formula -> {
            SortedSet<Integer> asked = new TreeSet<>(formula.counts().keySet());
            checkKnown("Formula " + formula + " needs", asked, kind.elements(), request, model);
            if (!request.elements().isEmpty() && !request.elements().containsAll(asked)) {
                throw new IllegalRequestException("Formula " + formula + " contradicts 'elements', which allows only "
                        + GenerationParameters.symbols(request.elements(), ", ") + "; leave elements out or add "
                        + GenerationParameters.symbols(without(asked, request.elements()), ", ") + ".");
            }
        });
        SizeDistribution.of(request, kind.atomCounts());
        Samplers.of(model.sampler(), model.sampler().noiseScale());
        if (request.noiseScale().isPresent() && model.sampler().name().equals(EulerFlowSampler.NAME)) {
            throw new IllegalRequestException("'noise-scale' is given, but the sampler of model '" + model.id() + "', "
                    + EulerFlowSampler.NAME + ", adds no noise; leave it out.");
        }
    }

    private static ModelPackage.Kind kind(GenerationRequest request, ModelPackage model) {
        ModelPackage.Kind kind = model.kinds().get(request.kind().word());
        if (kind == null) {
            throw new IllegalRequestException("Model '" + model.id() + "' was asked for a " + request.kind().word()
                    + "; it can draw: " + String.join(", ", new TreeSet<>(model.kinds().keySet())) + ".");
        }
        return kind;
    }

    private static void checkKnown(String asks, Collection<Integer> asked, Collection<Integer> known,
            GenerationRequest request, ModelPackage model) {
        SortedSet<Integer> unknown = without(asked, known);
        if (!unknown.isEmpty()) {
            throw new IllegalRequestException(asks + " " + GenerationParameters.symbols(unknown, ", ")
                    + ", which model '" + model.id() + "' never saw in a " + request.kind().word() + "; it knows "
                    + GenerationParameters.symbols(new TreeSet<>(known), ", ") + ".");
        }
    }

    private static SortedSet<Integer> without(Collection<Integer> some, Collection<Integer> others) {
        SortedSet<Integer> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
