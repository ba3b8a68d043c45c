package net.bioclipse.adit.finetuning;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import net.bioclipse.adit.finetuning.LibtorchNatives.Artifact;
import net.bioclipse.adit.generation.RunControl;
import net.bioclipse.adit.modelpackage.Sha256;

/**
 * Transfers one file and checks it. The file appears under its name when it is whole and its SHA-256 is right; until then
 * it is {@code NAME.part}, with which the next try goes on.
 */
final class Download {

    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int CHUNK = 1 << 16;

    private final Artifact artifact;
    private final String address;
    private final Path target;
    private final Path part;

    Download(Artifact artifact, String repository, Path folder) {
        this.artifact = artifact;
        address = (repository.endsWith("/") ? repository : repository + "/") + artifact.path();
        target = folder.resolve(artifact.name());
        part = folder.resolve(artifact.name() + ".part");
    }

    /** @return false when it was cancelled */
    boolean run(RunControl control) throws IOException {
        if (Files.exists(part) && Files.size(part) > artifact.bytes()) {
            Files.delete(part);
        }
        long have = Files.exists(part) ? Files.size(part) : 0;
        long room = Files.getFileStore(part.getParent()).getUsableSpace();
        if (room < artifact.bytes() - have) {
            throw new IOException("'" + artifact.name() + "' needs " + megabytes(artifact.bytes() - have) + " more, but "
                    + megabytes(room) + " are free in '" + part.getParent()
                    + "'; free some space or set XDG_CACHE_HOME to another place.");
        }
        if (have < artifact.bytes() && !transfer(have, control)) {
            return false;
        }
        String found = Sha256.of(part);
        if (!found.equals(artifact.sha256())) {
            Files.delete(part);
            throw new IOException("'" + address + "' has the SHA-256 " + found + ", but " + artifact.sha256()
                    + " is right; what was fetched is deleted. Try again, or name another Maven repository in"
                    + " ADIT_MAVEN_REPOSITORY.");
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private boolean transfer(long have, RunControl control) throws IOException {
        try {
            URLConnection connection = open(have);
            boolean goesOn = connection instanceof HttpURLConnection http
                    && http.getResponseCode() == HttpURLConnection.HTTP_PARTIAL;
            long done = goesOn ? have : 0;
            try (InputStream in = connection.getInputStream(); OutputStream out = Files.newOutputStream(part,
                    StandardOpenOption.CREATE, goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                byte[] chunk = new byte[CHUNK];
                for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                    out.write(chunk, 0, length);
                    done += length;
                    if (done > artifact.bytes()) {
                        throw new IOException("more than the " + artifact.bytes() + " bytes expected come");
                    }
                    if (control.isCancelled()) {
                        return false;
                    }
                    control.progress(done >> 20, artifact.bytes() >> 20, "MiB of " + artifact.name());
                }
            }
            if (done < artifact.bytes()) {
                throw new IOException("the connection ended after " + done + " of " + artifact.bytes() + " bytes");
            }
            return true;
        } catch (IOException e) {
            throw new IOException("The native library of libtorch cannot be fetched from '" + address + "': " + reason(e)
                    + ". It is needed once; try again with a connection, or name another Maven repository in"
                    + " ADIT_MAVEN_REPOSITORY.", e);
        }
    }

    private URLConnection open(long have) throws IOException {
        URLConnection connection = new URL(address).openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        if (have > 0) {
            connection.setRequestProperty("Range", "bytes=" + have + "-");
        }
        return connection;
    }

    private static String reason(IOException e) {
        if (e instanceof UnknownHostException) {
            return "there is no such host, or no connection";
        }
        if (e instanceof FileNotFoundException) {
            return "it is not there";
        }
        if (e instanceof MalformedURLException) {
            return "it is no address (" + e.getMessage() + ")";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    static String megabytes(long bytes) {
        return (bytes + (1 << 20) - 1 >> 20) + " MiB";
    }
}
