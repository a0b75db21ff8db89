package com.regulars.shell.security;

import com.regulars.staff.Actor;
import com.regulars.staff.ActorHolder;
import java.security.Principal;

record ApiPrincipal(Actor actor) implements ActorHolder, Principal {

    @Override
    public String getName() {
        return actor.key();
    }
}
