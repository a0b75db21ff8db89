/**
 * The profile of a card: how it is read as people type it, what is kept of its changes and in which words it is shown (R1.1, R1.8, R1.9). The history of a card is derived here, for people's edits and for files alike.
 */
@NullMarked
package com.regulars.customer.profile;

import org.jspecify.annotations.NullMarked;
