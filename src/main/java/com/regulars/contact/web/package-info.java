/** Pages of the contact log. */
@NullMarked
package com.regulars.contact.web;

import org.jspecify.annotations.NullMarked;
