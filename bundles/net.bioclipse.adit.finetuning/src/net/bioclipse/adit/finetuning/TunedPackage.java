package net.bioclipse.adit.finetuning;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.bioclipse.adit.finetuning.conventions.Conventions;
import net.bioclipse.adit.generation.StructureKind;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackage.Kind;
import net.bioclipse.adit.modelpackage.ModelPackage.TrainingData;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.ModelPackageReader;
import net.bioclipse.adit.packaging.PackageAssembler;

/** Makes the model package of what was learned: its description, card and licence, then graphs and checksums. */
final class TunedPackage {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final String PRIVATE = "LicenseRef-Private";
    /** Whoever tunes a model wants what is typical of the data rather than all that the parent can do. */
    private static final double MEAN_SCALE = 0.4;

    private final String id;
    private final FineTuningRequest request;
    private final Architecture architecture;
    private final Optional<ModelPackage> base;
    private final TrainingSet data;

    TunedPackage(FineTuningRequest request, Architecture architecture, Optional<ModelPackage> base, TrainingSet data) {
        this.request = request;
        this.architecture = architecture;
        this.base = base;
        this.data = data;
        id = id(Path.of(request.output()).toAbsolutePath().normalize().getFileName());
    }

    /** A folder's name as the id of a model. */
    private static String id(Path name) {
        String id = String.valueOf(name).toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-")
                .replaceFirst("^[^a-z0-9]+", "");
        return id.isEmpty() ? "tuned" : id.substring(0, Math.min(64, id.length()));
    }

    /**
     * Checks, before anything is learned, that a description like this will be accepted.
     *
     * @param folder where the draft is written
     */
    void check(Path folder) throws IOException, ModelPackageException {
        Files.createDirectories(folder);
        Path draft = folder.resolve("draft.json");
        Files.writeString(draft, GSON.toJson(description(folder, Map.of())));
        ModelPackageReader.readDraft(draft);
    }

    /**
     * @param result  folder with {@code weights.safetensors} and, where the latents were learned anew, {@code latent.json}
     * @param draft   folder for the draft
     * @param target  folder to make
     * @param metrics figures for the description
     * @param card    text of the model card
     */
    ModelPackage assemble(Path result, Path draft, Path target, Map<String, Object> metrics, String card)
            throws IOException, ModelPackageException {
        Files.createDirectories(draft);
        Path weights = draft.resolve(TrainingPlan.WEIGHTS);
        Files.copy(result.resolve(TrainingPlan.WEIGHTS), weights, StandardCopyOption.REPLACE_EXISTING);
        Path means = result.resolve(PackageAssembler.MEANS);
        if (Files.exists(means)) {
            Files.copy(means, draft.resolve(PackageAssembler.MEANS), StandardCopyOption.REPLACE_EXISTING);
        }
        Optional<Path> parents = base.flatMap(model -> model.optionalFile(ModelPackage.MEAN_LATENTS));
        if (parents.isPresent()) {
            Files.copy(parents.get(), draft.resolve(ModelPackage.MEAN_LATENTS), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(draft.resolve("draft.json"), GSON.toJson(description(result, metrics)));
        Files.writeString(draft.resolve("MODEL_CARD.md"), card);
        Files.writeString(draft.resolve("LICENSE"), licenceText());
        return PackageAssembler.assemble(draft, target);
    }

    String id() {
        return id;
    }

    /** The parent's, whatever it says; what this model does differently is put in its place. */
    private JsonObject description(Path result, Map<String, Object> metrics) throws IOException {
        JsonObject json = base.isPresent() ? TrainingPlan.parsed(base.get().directory().resolve("model.json")) : anew();
        json.remove("files");
        json.addProperty("id", id);
        json.addProperty("description", base.map(model -> "Model " + model.id() + " fine-tuned on " + counts())
                .orElseGet(() -> "Model trained on " + counts()) + ".");
        Path latent = result.resolve("latent.json");
        if (Files.exists(latent)) {
            json.add("latent", TrainingPlan.parsed(latent));
        }
        JsonObject kinds = json.getAsJsonObject("kinds");
        for (StructureKind kind : StructureKind.values()) {
            if (data.has(kind)) {
                kinds.add(kind.word(), GSON.toJsonTree(known(kind)));
            }
        }
        json.getAsJsonArray("trainingData")
                .add(GSON.toJsonTree(new TrainingData(counts(), PRIVATE, "Data of whoever made this model")));
        json.add("metrics", GSON.toJsonTree(metrics));
        return json;
    }

    private JsonObject anew() {
        JsonObject json = new JsonObject();
        json.addProperty("format", "adit-model-package/1");
        json.add("architecture", TrainingPlan.json(architecture));
        double[] ones = {1, 1, 1, 1, 1, 1, 1, 1};
        json.add("latent", TrainingPlan.latent(new double[ones.length], ones)); // until they are learned
        json.add("sampler", GSON.toJsonTree(new ModelPackage.Sampler("euler-flow/1", 100, 1)));
        json.add("kinds", new JsonObject());
        json.add("conventions", GSON.toJsonTree(Conventions.KNOWN));
        json.add("trainingData", new JsonArray());
        json.addProperty("licence", PRIVATE);
        return json;
    }

    /** "1,000 own molecules": how many, but not which. */
    String counts() {
        return List.of(StructureKind.values()).stream().filter(data::has)
                .map(kind -> data.of(kind).size() + " own " + kind.word() + "s")
                .collect(java.util.stream.Collectors.joining(" and "));
    }

    /**
     * Sizes and space groups are those of the data, so that what is drawn is like them; the parent's elements stay known, and
     * means of latents are drawn nearer to their components than its own.
     */
    private Kind known(StructureKind kind) {
        TreeSet<Integer> elements = new TreeSet<>(data.elements(kind).keySet());
        Optional<Kind> parent = base.map(model -> model.kinds().get(kind.word()));
        parent.ifPresent(known -> elements.addAll(known.elements()));
        boolean crystal = kind == StructureKind.CRYSTAL;
        return new Kind(crystal ? 1 : 2, data.atomCounts(kind), List.copyOf(elements),
                crystal ? data.spaceGroups() : Collections.emptySortedMap(), parent.map(known -> Math.min(known.meanScale(), MEAN_SCALE)).orElse(1.0));
    }

    private String licenceText() throws IOException {
        return base.isPresent() ? Files.readString(base.get().directory().resolve("LICENSE"))
                : "The weights were learned from data of whoever made this model, who decides on their use.\n";
    }
}
