package poca.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FaceTest {

  @Test
  void a_person_has_one_face_and_another_person_another() throws IOException {
    assertThat(Face.of("mother")).isEqualTo(Face.of("mother")).isNotEqualTo(Face.of("newborn"));
    assertThat(ImageIO.read(new ByteArrayInputStream(Face.of("mother"))).getWidth()).isEqualTo(320);
  }
}
