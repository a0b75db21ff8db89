/** Jobs with their progress, their result and the rows they refused. */
@NullMarked
package com.regulars.work.web;

import org.jspecify.annotations.NullMarked;
