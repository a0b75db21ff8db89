package com.regulars.shell.security;

import com.regulars.access.Actor;
import com.regulars.access.ActorHolder;
import java.security.Principal;

record ApiPrincipal(Actor actor) implements ActorHolder, Principal {

    @Override
    public String getName() {
        return actor.key();
    }
}
