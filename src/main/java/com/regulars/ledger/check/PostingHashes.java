package com.regulars.ledger.check;

import com.regulars.ledger.CausesPostings;
import java.util.List;
import org.springframework.stereotype.Component;

/** The hash of a posting: over everything of it and of its causes that never changes. */
@Component
class PostingHashes {

    private final List<CausesPostings> causing;

    PostingHashes(List<CausesPostings> causing) {
        this.causing = causing;
    }

    /** A select of {@code (id, made_in, hash)} of all postings, to be narrowed by whoever reads it. */
    String all() {
        return """
                select c.id, c.made_in,
                       sha256(convert_to(c.content || coalesce(
                           (select string_agg(k.content, '' order by k.cause, k.cause_id)
                              from (%s) k where k.posting_id = c.id), ''), 'UTF8')) as hash
                  from ledger_posting_content c
                """.formatted(Unions.of(causing.stream().map(CausesPostings::contents)));
    }

    /** Lists the postings that are not what was sealed. */
    String differing() {
        return """
                select 'posting' as subject, s.posting_id as subject_id, coalesce(p.reference, '')::text as label,
                       'content' as detail, ledger_holders(s.posting_id) as holders,
                       left(encode(s.hash, 'hex'), 16) as expected,
                       coalesce(left(encode(now.hash, 'hex'), 16), '–') as found
                  from ledger_sealed s
                  left join (%s) now on now.id = s.posting_id
                  left join ledger_posting p on p.id = s.posting_id
                 where now.hash is distinct from s.hash
                """.formatted(all());
    }
}
