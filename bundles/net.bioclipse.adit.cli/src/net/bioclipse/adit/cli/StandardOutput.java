package net.bioclipse.adit.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Standard output that remembers a failure, because a {@code PrintStream} swallows it: a full disk is no success. */
final class StandardOutput extends OutputStream {

    private final OutputStream stream = new FileOutputStream(FileDescriptor.out);
    private IOException failure;

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            stream.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** Why something could not be written; a reader that has seen enough ({@code adit check FILE | head}) is no failure. */
    Optional<String> failure() {
        return Optional.ofNullable(failure).map(IOException::getMessage).filter(text -> !text.equals("Broken pipe"));
    }
}
