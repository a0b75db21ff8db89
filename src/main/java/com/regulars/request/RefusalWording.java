package com.regulars.request;

import com.regulars.shared.RefusedException;

/** Words a refusal as it is sent to the program that asked; {@code shell} knows how. */
public interface RefusalWording {

    /** The refusal as an answer to whoever asks now. */
    Problem problem(RefusedException refused);

    /**
     * A refusal in words.
     *
     * @param status HTTP status
     * @param body the problem document (RFC 9457); empty when nobody is there to be sent one
     */
    record Problem(int status, String body) {}
}
