/**
 * The database this installation runs on: the embedded PostgreSQL and its backups, the owner and the application role,
 * the checks that refuse a server that could lose a committed payment, and the installation's secret beside it all.
 */
@NullMarked
package com.regulars.shared.database;

import org.jspecify.annotations.NullMarked;
