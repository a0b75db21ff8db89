package com.regulars.staff.employee;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

public interface EmployeeRepository extends JpaRepository<Employee, Long> {

    Optional<Employee> findByLoginName(String loginName);

    @Query("""
            select distinct e from Employee e left join fetch e.roles left join fetch e.venueIds
             order by e.active desc, e.displayName, e.id""")
    List<Employee> inOrder();

    @Query(
            "select count(e) from Employee e join e.roles r where r = com.regulars.staff.Role.ADMINISTRATOR and e.active and e.id <> :id")
    long otherAdministrators(long id);

    @Modifying
    @Transactional
    @Query("update Employee e set e.lastSignInAt = :now where e.id = :id")
    void noteSignIn(long id, Instant now);
}
