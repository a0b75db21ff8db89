package com.regulars.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.util.Assert;

/**
 * The installation's keys, all derived from its one secret ({@code REGULARS_SECRET}, or the file beside the embedded
 * database). The secret itself stays in here and never reaches the database.
 */
public final class SecretKeys {

    private static final int KEY_BYTES = 32;
    private static final byte[] SALT = "regulars".getBytes(StandardCharsets.UTF_8);

    private final byte[] secret;

    private SecretKeys(byte[] secret) {
        this.secret = secret;
    }

    /** @param secret the installation's secret; any text, the longer and the more random the better */
    public static SecretKeys of(String secret) {
        Assert.hasText(secret, "The secret must not be empty");
        return new SecretKeys(secret.strip().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A 256-bit key for one purpose (HKDF with SHA-256): always the same for the same purpose, and telling nothing about
     * the keys of other purposes.
     *
     * @param purpose what the key is for, for example {@code card.pin}; choosing another name later makes what was
     *     written with the old one unreadable
     */
    public byte[] derive(String purpose) {
        Assert.hasText(purpose, "A key needs a purpose");
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .addSalt(SALT)
                            .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
        } catch (InvalidAlgorithmParameterException impossible) {
            throw new IllegalStateException(impossible);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HKDF-SHA256", missing);
        }
    }

    @Override
    public String toString() {
        return "SecretKeys[…]";
    }
}
