package net.bioclipse.adit.structure.known;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The first bits of an identity's SHA-256: evenly spread, whatever the identity is made of. */
final class IdentityHash {

    private IdentityHash() {
    }

    /** @return an unsigned number of 64 bits, the last of which are 0 when fewer bytes are wanted */
    static long of(String identity, int bytes) {
        byte[] digest = sha256().digest(identity.getBytes(StandardCharsets.UTF_8));
        long hash = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            hash = hash << 8 | (i < bytes ? digest[i] & 0xff : 0);
        }
        return hash;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must offer SHA-256.", e);
        }
    }
}
