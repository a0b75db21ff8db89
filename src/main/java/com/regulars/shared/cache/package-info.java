/**
 * What is read all the time and changed rarely – venues, the brand, what a token may do – kept in memory for five
 * seconds at most and emptied on every node when a change commits.
 */
@NullMarked
package com.regulars.shared.cache;

import org.jspecify.annotations.NullMarked;
