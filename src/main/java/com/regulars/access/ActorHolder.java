package com.regulars.access;

/** A security principal that knows which actor it stands for. */
public interface ActorHolder {

    Actor actor();
}
