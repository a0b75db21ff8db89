package com.regulars.staff;

/** A security principal that knows which actor it stands for. */
public interface ActorHolder {

    Actor actor();
}
