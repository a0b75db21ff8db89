package com.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.shared.stored.StoredJson;
import com.regulars.shared.stored.StoredShape;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is stored as JSON has a golden file that shows it stays readable. */
class StoredShapeTests {

    @Test
    void everyShapeHasItsGoldenFile() {
        List<JavaClass> shapes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("com.regulars").stream()
                        .filter(type -> type.isAnnotatedWith(StoredShape.class))
                        .toList();
        assertThat(shapes).isNotEmpty().allSatisfy(shape -> {
            String name = StoredJson.nameOf(shape.reflect()).replace('/', '-');
            assertThat(StoredShapeTests.class.getResource("/stored/" + name + ".json"))
                    .as(name)
                    .isNotNull();
        });
        assertThat(shapes.stream().map(shape -> StoredJson.nameOf(shape.reflect())))
                .doesNotHaveDuplicates();
    }
}
