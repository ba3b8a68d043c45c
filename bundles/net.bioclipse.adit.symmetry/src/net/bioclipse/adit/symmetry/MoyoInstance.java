package net.bioclipse.adit.symmetry;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.SpaceGroup;
import net.bioclipse.adit.structure.Symmetry;
import net.bioclipse.adit.structure.SymmetryOperation;

/** One instance of the module {@code moyo.wasm}, for one thread. What it takes and gives is told in {@code moyo/src/lib.rs}. */
final class MoyoInstance {

    /** Pages of 64 KiB. */
    private static final int MOST_PAGES = 2048;

    /** The module and its translation to Java byte code, made once. */
    private static final class Module {

        static final WasmModule WASM = load();
        static final Function<Instance, Machine> CODE = MachineFactoryCompiler.compile(WASM);

        private static WasmModule load() {
            try (InputStream stream = MoyoInstance.class.getResourceAsStream("moyo.wasm")) {
                return Parser.parse(stream);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Instance instance;

    MoyoInstance() {
        int pages = Module.WASM.memorySection().orElseThrow().getMemory(0).limits().initialPages();
        instance = Instance.builder(Module.WASM).withMachineFactory(Module.CODE).withMemoryFactory(ByteArrayMemory::new)
                .withMemoryLimits(new MemoryLimits(pages, MOST_PAGES)).build();
    }

    Optional<Symmetry> find(Crystal crystal, double tolerance) {
        int at = (int) call("input", 9 + 4 * crystal.atomCount());
        at = write(at, crystal.lattice().matrix());
        at = write(at, wrapped(crystal.fractional()));
        for (int z : crystal.atomicNumbers()) {
            at = write(at, z);
        }
        boolean found = call("analyse", Double.doubleToRawLongBits(tolerance)) == 1;
        return found ? Optional.of(result()) : Optional.empty();
    }

    /** @param operations nine numbers of a rotation and three twelfths of a translation each, in a reduced right-handed primitive basis */
    Optional<SpaceGroup> identify(Collection<int[]> operations) {
        int at = (int) call("input", 12 * operations.size());
        for (int[] operation : operations) {
            for (int i = 0; i < 12; i++) {
                at = write(at, i < 9 ? operation[i] : operation[i] / 12.0);
            }
        }
        return call("identify") == 1 ? Optional.of(group()) : Optional.empty();
    }

    private long call(String name, long... arguments) {
        ExportFunction function = instance.export(name);
        return function.apply(arguments)[0];
    }

    private int write(int address, double... values) {
        for (int i = 0; i < values.length; i++) {
            instance.memory().writeF64(address + 8 * i, values[i]);
        }
        return address + 8 * values.length;
    }

    private static double[] wrapped(double[] fractional) {
        for (int i = 0; i < fractional.length; i++) {
            fractional[i] -= Math.floor(fractional[i]);
        }
        return fractional;
    }

    private double[] output() {
        double[] numbers = new double[(int) call("output_length")];
        int address = (int) call("output");
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = instance.memory().readDouble(address + 8 * i);
        }
        return numbers;
    }

    private SpaceGroup group() {
        String[] symbols = instance.memory().readString((int) call("text"), (int) call("text_length")).split("\n");
        return new SpaceGroup((int) output()[0], symbols[0], symbols[1], symbols[2]);
    }

    private Symmetry result() {
        double[] numbers = output();
        int at = 3;
        List<SymmetryOperation> operations = new ArrayList<>();
        for (int i = 0; i < numbers[1]; i++, at += 12) {
            operations.add(operation(numbers, at));
        }
        int atoms = (int) numbers[2];
        Lattice lattice = Lattice.ofVectors(slice(numbers, at, 9));
        double[] fractional = wrapped(slice(numbers, at + 9, 3 * atoms));
        double[] elements = slice(numbers, at + 9 + 3 * atoms, atoms);
        int[] atomicNumbers = new int[atoms];
        for (int i = 0; i < atoms; i++) {
            atomicNumbers[i] = (int) elements[i];
        }
        return new Symmetry(group(), operations, new Crystal(lattice, atomicNumbers, fractional));
    }

    private static SymmetryOperation operation(double[] numbers, int at) {
        double[] terms = new double[12];
        for (int row = 0; row < 3; row++) {
            System.arraycopy(numbers, at + 3 * row, terms, 4 * row, 3);
            double translation = numbers[at + 9 + row];
            terms[4 * row + 3] = translation - Math.floor(translation + 1e-9);
        }
        return new SymmetryOperation(terms);
    }

    private static double[] slice(double[] numbers, int from, int length) {
        return java.util.Arrays.copyOfRange(numbers, from, from + length);
    }
}
