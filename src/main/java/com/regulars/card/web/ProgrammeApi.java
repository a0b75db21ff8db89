package com.regulars.card.web;

import static com.regulars.access.Permission.PROGRAMME_EDIT;
import static com.regulars.access.Permission.PROGRAMME_READ;

import com.regulars.access.Requires;
import com.regulars.card.programme.ProgrammeEditing;
import com.regulars.card.programme.Programmes;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Card programmes for other systems. */
@RestController
@RequestMapping("/api/v1/card-programmes")
@RequiredArgsConstructor
class ProgrammeApi {

    private final Programmes programmes;
    private final ProgrammeEditing editing;

    /** All programmes; a brand has a handful, so the list has one page. */
    record ProgrammeList(
            List<ProgrammeJson> items, @Nullable String next) {}

    @GetMapping
    @Requires(PROGRAMME_READ)
    ProgrammeList list() {
        return new ProgrammeList(
                programmes.all().stream().map(ProgrammeJson::of).toList(), null);
    }

    @GetMapping("/{code}")
    @Requires(PROGRAMME_READ)
    ProgrammeJson show(@PathVariable String code) {
        return ProgrammeJson.of(programmes.get(code));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(PROGRAMME_EDIT)
    ProgrammeJson create(@Valid @RequestBody ProgrammeJson request) {
        return ProgrammeJson.of(editing.create(request.toCommand()));
    }
}
