/* No sound card. */
#include "speech/soundcard.h"

#include <errno.h>

struct audio_object *create_audio_device_object(const char *device,
                                                const char *application,
                                                const char *description)
{
    return (void)device, (void)application, (void)description, NULL;
}

int audio_object_open(struct audio_object *card, int format, uint32_t rate_hz,
                      uint8_t channels)
{
    return (void)card, (void)format, (void)rate_hz, (void)channels, ENODEV;
}

int audio_object_write(struct audio_object *card, const void *sound,
                       size_t size_bytes)
{
    return (void)card, (void)sound, (void)size_bytes, ENODEV;
}

int audio_object_drain(struct audio_object *card)
{
    return (void)card, 0;
}

int audio_object_flush(struct audio_object *card)
{
    return (void)card, 0;
}

void audio_object_close(struct audio_object *card)
{
    (void)card;
}

void audio_object_destroy(struct audio_object *card)
{
    (void)card;
}

const char *audio_object_strerror(struct audio_object *card, int fault)
{
    return (void)card, (void)fault, "no sound card is used";
}
