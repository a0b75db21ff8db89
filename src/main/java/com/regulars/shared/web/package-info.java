/** What modules contribute to the page frame, and the small pieces every page is made of. */
@NullMarked
package com.regulars.shared.web;

import org.jspecify.annotations.NullMarked;
