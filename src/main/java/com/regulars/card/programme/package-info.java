/**
 * Card programmes (卡种): the rules under which cards are issued. A programme's terms are one immutable value, kept by
 * version in a stored shape of its own ({@code programme-terms/1}), so that a release that renames a Java component still
 * reads what an earlier one wrote. Owns {@code card_programme*}; knows nothing of cards.
 */
@NamedInterface("programme")
@NullMarked
package com.regulars.card.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
