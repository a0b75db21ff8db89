/**
 * Putting money on cards (充值): the tiers that give a bonus, the slip, the amount in words (R4.1, R4.10). Owns
 * {@code card_top_up}. Stands above the card itself, which knows nothing of it.
 */
@NamedInterface("topup")
@NullMarked
package com.regulars.card.topup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
