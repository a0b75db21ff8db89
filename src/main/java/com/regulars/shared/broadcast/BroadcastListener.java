package com.regulars.shared.broadcast;

/** Hears what is told under one topic, on a thread that all listeners of the node share: it must not take long. */
public interface BroadcastListener {

    String topic();

    void hear(String text);

    /** Something may have been told while nobody listened: at the start, and whenever the connection was lost. */
    void mayHaveMissed();
}
