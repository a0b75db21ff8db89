/**
 * What an earlier release wrote, and that this one reads all of it. {@link com.regulars.release.ReleaseRecording} keeps a
 * small database of a release with what it answered, {@link com.regulars.release.UpgradeTests} brings it up to date.
 */
@org.jspecify.annotations.NullMarked
package com.regulars.release;
