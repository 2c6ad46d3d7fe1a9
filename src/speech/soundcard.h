/* No sound card. espeak-ng asks pcaudiolib for one, though its sound goes to
 * us; that library would load thirty others, and look for a sound server. These
 * are linked in its place: every card is one that can't be opened. */
#ifndef BAONOI_SPEECH_SOUNDCARD_H
#define BAONOI_SPEECH_SOUNDCARD_H

#include <stddef.h>
#include <stdint.h>

struct audio_object;

struct audio_object *create_audio_device_object(const char *device,
                                                const char *application,
                                                const char *description);
int audio_object_open(struct audio_object *card, int format, uint32_t rate_hz,
                      uint8_t channels);
int audio_object_write(struct audio_object *card, const void *sound,
                       size_t size_bytes);
int audio_object_drain(struct audio_object *card);
int audio_object_flush(struct audio_object *card);
void audio_object_close(struct audio_object *card);
void audio_object_destroy(struct audio_object *card);
const char *audio_object_strerror(struct audio_object *card, int fault);

#endif
