package net.bioclipse.adit.cli;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Ctrl-C as a wish: the first one is remembered and the work stops at its next step, the second one ends the process.
 *
 * <p>No shutdown hook, because ONNX Runtime has one that takes its environment away while a step may still compute.
 * {@code sun.misc.Signal} is reached by reflection: it is in every JDK but in no Java SE profile that bundles compile
 * against. Where it is missing, Ctrl-C ends the process at once, as usual.
 */
final class Interruption {

    private static final AtomicBoolean ASKED = new AtomicBoolean();

    private Interruption() {
    }

    /** From now on Ctrl-C is a wish. @return whether it has been asked for */
    static BooleanSupplier watch() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object remember = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("handle") && !ASKED.compareAndSet(false, true)) {
                            Runtime.getRuntime().halt(ExitCode.CANCELLED);
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler).invoke(null,
                    signal.getConstructor(String.class).newInstance("INT"), remember);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Nothing is lost but the orderly end: an unusual JVM, or one started with -Xrs.
            return () -> false;
        }
        return ASKED::get;
    }
}
