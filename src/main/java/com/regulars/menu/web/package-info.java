/** The pages of the menu: the list of dishes and the form that changes one. */
@NullMarked
package com.regulars.menu.web;

import org.jspecify.annotations.NullMarked;
