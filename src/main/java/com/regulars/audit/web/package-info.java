/** The page of the audit log. */
@NullMarked
package com.regulars.audit.web;

import org.jspecify.annotations.NullMarked;
