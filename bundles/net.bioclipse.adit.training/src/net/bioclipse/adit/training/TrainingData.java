package net.bioclipse.adit.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.SafetensorsFile;

/** The structures of {@code data.safetensors}: tensors {@code <split>/<kind>/<atoms>/<array>}, each checked. */
record TrainingData(List<Bucket> train, List<Bucket> validation) {

    private static final Pattern NAME = Pattern.compile("(train|val)/(molecule|crystal)/([1-9][0-9]{0,4})/"
            + "(types|positions|fractional|lattice|spaceGroup)");
    private static final String ASKED = "The training data cannot be used";

    /** @throws TrainingException naming the tensor and the structure that is wrong */
    static TrainingData read(Path path) throws ModelPackageException {
        SafetensorsFile file = SafetensorsFile.open(path);
        Map<String, Matcher> groups = new TreeMap<>();
        for (String name : file.tensors().keySet()) {
            Matcher matcher = NAME.matcher(name);
            if (!matcher.matches()) {
                throw refuse("there is a tensor " + ModelPackageException.quote(name),
                        "names like train/molecule/18/positions", path);
            }
            groups.put(name.substring(0, name.lastIndexOf('/')), matcher);
        }
        TrainingData data = new TrainingData(new ArrayList<>(), new ArrayList<>());
        for (Map.Entry<String, Matcher> group : groups.entrySet()) {
            Matcher m = group.getValue();
            Bucket bucket = bucket(file, group.getKey(), m.group(2).equals("crystal"), Integer.parseInt(m.group(3)));
            (m.group(1).equals("train") ? data.train : data.validation).add(bucket);
        }
        if (data.train.isEmpty()) {
            throw refuse("it has no training structures", "at least one", path);
        }
        return data;
    }

    static int structures(List<Bucket> buckets) {
        return buckets.stream().mapToInt(Bucket::size).sum();
    }

    private static Bucket bucket(SafetensorsFile file, String group, boolean crystal, int atoms)
            throws ModelPackageException {
        int size = size(file, group);
        shape(file, group + "/types", size, atoms);
        shape(file, group + "/positions", size, atoms, 3);
        shape(file, group + "/fractional", size, atoms, 3);
        shape(file, group + "/lattice", size, 6);
        Bucket bucket = new Bucket(crystal, size, atoms, file.ints(group + "/types"), file.floats(group + "/positions"),
                file.floats(group + "/fractional"), file.floats(group + "/lattice"));
        checkTypes(bucket, group, file.path());
        checkFinite(bucket.positions(), group + "/positions", size, file.path());
        checkFinite(bucket.fractional(), group + "/fractional", size, file.path());
        checkFinite(bucket.lattice(), group + "/lattice", size, file.path());
        if (crystal) {
            checkCells(bucket, group, file.path());
        }
        return bucket;
    }

    private static int size(SafetensorsFile file, String group) {
        if (!file.tensors().containsKey(group + "/types") || file.tensors().get(group + "/types").shape().isEmpty()) {
            throw refuse("tensor '" + group + "/types' is missing", "shape [structures, atoms]", file.path());
        }
        long size = file.tensors().get(group + "/types").shape().get(0);
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw refuse("tensor '" + group + "/types' has " + size + " structures", "at least one", file.path());
        }
        return (int) size;
    }

    private static void shape(SafetensorsFile file, String name, long... shape) {
        List<Long> right = Arrays.stream(shape).boxed().toList();
        List<Long> found = file.tensors().containsKey(name) ? file.tensors().get(name).shape() : null;
        if (!right.equals(found)) {
            throw refuse("tensor '" + name + "' " + (found == null ? "is missing" : "has shape " + found), "shape " + right,
                    file.path());
        }
    }

    private static void checkTypes(Bucket bucket, String group, Path path) {
        for (int i = 0; i < bucket.types().length; i++) {
            int type = bucket.types()[i];
            if (type < 1 || type >= Architecture.ATOM_TYPES) {
                throw refuse("structure " + i / bucket.atoms() + " of '" + group + "' has the atomic number " + type,
                        "1 to " + (Architecture.ATOM_TYPES - 1), path);
            }
        }
    }

    private static void checkFinite(float[] values, String name, int size, Path path) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw refuse("structure " + i / (values.length / size) + " of '" + name + "' has the value " + values[i],
                        "numbers", path);
            }
        }
    }

    private static void checkCells(Bucket bucket, String group, Path path) {
        for (int i = 0; i < bucket.size(); i++) {
            for (int k = 0; k < 6; k++) {
                if (bucket.lattice()[6 * i + k] <= 0) {
                    throw refuse("structure " + i + " of '" + group + "/lattice' has the value "
                            + bucket.lattice()[6 * i + k], "lengths and angles above 0", path);
                }
            }
        }
    }

    private static TrainingException refuse(String found, String right, Path path) {
        return new TrainingException(ASKED + ": " + found + "; " + right + " would be right (" + path + ").");
    }
}
