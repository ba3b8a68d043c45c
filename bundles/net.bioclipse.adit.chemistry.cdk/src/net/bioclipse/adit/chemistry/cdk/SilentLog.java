package net.bioclipse.adit.chemistry.cdk;

import org.openscience.cdk.tools.ILoggingTool;

/** Takes what CDK would print on standard error and drops it: a command line prints one line for a mistake. */
public final class SilentLog implements ILoggingTool {

    /** Called by CDK, by this name. */
    public static ILoggingTool create(Class<?> source) {
        return new SilentLog();
    }

    @Override
    public void dumpSystemProperties() {
        // dropped
    }

    @Override
    public void setStackLength(int length) {
        // dropped
    }

    @Override
    public void dumpClasspath() {
        // dropped
    }

    @Override
    public void debug(Object object) {
        // dropped
    }

    @Override
    public void debug(Object object, Object... objects) {
        // dropped
    }

    @Override
    public void error(Object object) {
        // dropped
    }

    @Override
    public void error(Object object, Object... objects) {
        // dropped
    }

    @Override
    public void fatal(Object object) {
        // dropped
    }

    @Override
    public void info(Object object) {
        // dropped
    }

    @Override
    public void info(Object object, Object... objects) {
        // dropped
    }

    @Override
    public void warn(Object object) {
        // dropped
    }

    @Override
    public void warn(Object object, Object... objects) {
        // dropped
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public void setLevel(int level) {
        // dropped
    }

    @Override
    public int getLevel() {
        return OFF;
    }
}
