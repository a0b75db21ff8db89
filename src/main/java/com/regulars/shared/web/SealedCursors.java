package com.regulars.shared.web;

import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.SecretKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Where a page of a list ended, in a form that the caller can neither read nor make: a position may hold what the caller
 * must not see, such as a whole telephone number, and comparing with a position of one's own choice would tell as much.
 * A cursor is bound to the list it was made for; with another list or query it is refused (AES-256-GCM, a key of its
 * own).
 */
@Component
public class SealedCursors {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    SealedCursors(SecretKeys keys) {
        key = new SecretKeySpec(keys.derive("shared.cursor"), "AES");
    }

    /**
     * The cursor for a position.
     *
     * @param list what it is a position in, the query included
     */
    public String seal(String list, String position) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, list).doFinal(position.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The position behind a cursor.
     *
     * @param field the request's field it came in
     * @throws InvalidFieldException when it was made for another list, or not here at all
     */
    public String open(String field, String list, String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length <= NONCE_BYTES) {
                throw new InvalidFieldException(field, "type");
            }
            byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            byte[] position =
                    cipher(Cipher.DECRYPT_MODE, nonce, list).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return new String(position, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | GeneralSecurityException foreign) {
            throw new InvalidFieldException(field, "type");
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String list) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(list.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
