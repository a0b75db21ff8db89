package com.regulars.menu;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

interface MenuDishRepository extends JpaRepository<MenuDish, Long> {

    List<MenuDish> findAllByOrderByCategoryAscCodeAsc();

    Optional<MenuDish> findByCode(String code);

    List<MenuDish> findByCodeIn(Collection<String> codes);

    /** Dishes one of whose search terms starts with, or whose name contains, what was typed. */
    @Query(nativeQuery = true, value = """
            select * from menu_dish
             where active and (search_terms like '% ' || :escaped || '%' or strpos(lower(name), :typed) > 0)
             order by lower(code) <> :typed, strpos(search_terms, ' ' || :typed) = 0, code
             limit :limit
            """)
    List<MenuDish> search(@Param("typed") String typed, @Param("escaped") String escaped, @Param("limit") int limit);
}
