/** Regulars: package by feature, one module per package below this one. */
@NullMarked
package com.regulars;

import org.jspecify.annotations.NullMarked;
