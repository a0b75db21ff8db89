package com.regulars.segment;

import com.regulars.staff.Permission;
import com.regulars.staff.Requires;
import org.springframework.stereotype.Service;

/** Reads and changes the settings of the rating. */
@Service
public class SegmentSettingsBook {

    public SegmentSettings current() {
        throw new UnsupportedOperationException();
    }

    /** Holds from the next run on. */
    @Requires(Permission.SEGMENT_SETTINGS)
    public void change(SegmentSettings settings) {
        throw new UnsupportedOperationException();
    }
}
