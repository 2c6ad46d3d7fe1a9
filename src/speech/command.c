/* Any program as an engine: it gets a phrase as a line of text on its standard
 * input, and gives the sound on its standard output, as raw samples (16 bit,
 * mono, in the machine's order) or as WAV.
 *
 *     engine = command
 *     command = piper --model vi_VN-vais1000-medium.onnx --output-raw
 *     rate_hz = 22050
 *
 * Such a program tells no word times. It runs in the child
 * of its sentence, and ends with it. */
#include "speech/engine.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define SOUND_MAX_BYTES ((size_t)64 << 20)
#define READ_BYTES 65536
#define SHELL "/bin/sh"

static bool open_command(struct error *err)
{
    (void)err;
    return true;
}

/* ---- the program ----------------------------------------------------------
 */

static _Noreturn void become(const char *command, int input, int output,
                             pid_t parent)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGPIPE, SIG_DFL);
    if (getppid() == parent && dup2(input, STDIN_FILENO) >= 0 &&
        dup2(output, STDOUT_FILENO) >= 0)
        execl(SHELL, SHELL, "-c", command, (char *)NULL);
    _exit(127);
}

#define PROGRAM_MAX_BYTES 255

/* The first word of the command, when it is a plain one; else empty: the shell
 * must find out by itself. */
static str program_of(str command)
{
    str program = str_cut(str_trim(command), ' ', &command);

    for (size_t i = 0; i < program.len; i++)
        if (strchr("\"'\\`$(){};&|<>=*?[~#!\t", program.s[i]))
            return (str){0};
    return program.len > PROGRAM_MAX_BYTES ? (str){0} : program;
}

/* Whether the shell knows such a program. */
static bool is_there(str program)
{
    char name[PROGRAM_MAX_BYTES + 1] = {0};
    int status = 0;
    pid_t pid;

    memcpy(name, program.s, program.len);
    pid = fork();
    if (pid == 0) {
        execl(SHELL, SHELL, "-c", "command -v -- \"$1\" > /dev/null", SHELL,
              name, (char *)NULL);
        _exit(0);
    }
    return pid < 0 || waitpid(pid, &status, 0) != pid || status == 0;
}

static bool select_command(const struct voice *voice, struct error *err)
{
    str program = program_of(voice->command);

    if (voice->command.len == 0 || voice->rate_hz == 0)
        return error_set(err, ERROR_INPUT,
                         "%.*s: command and rate_hz are needed",
                         STR_ARGS(voice->name));
    return program.len == 0 || is_there(program) ||
           error_set(err, ERROR_ENGINE,
                     "%.*s: its command is not to be found: %.*s",
                     STR_ARGS(voice->name), STR_ARGS(program));
}

/* Starts it; `*input` and `*output` are our ends of its pipes. */
static pid_t start(int *input, int *output, const char *command)
{
    int in[2], out[2];
    pid_t parent = getpid(), pid;

    if (pipe2(in, O_CLOEXEC) != 0)
        return -1;
    if (pipe2(out, O_CLOEXEC) != 0) {
        close(in[0]);
        close(in[1]);
        return -1;
    }
    pid = fork();
    if (pid == 0)
        become(command, in[0], out[1], parent);
    close(in[0]);
    close(out[1]);
    *input = in[1];
    *output = out[0];
    return pid;
}

static bool write_all(int fd, str text)
{
    while (text.len > 0) {
        ssize_t done = write(fd, text.s, text.len);

        if (done <= 0)
            return false;
        text = str_skip(text, (size_t)done);
    }
    return true;
}

static bool read_all(struct buf *sound, int fd)
{
    char bytes[READ_BYTES];
    ssize_t got;

    while ((got = read(fd, bytes, sizeof bytes)) > 0) {
        if (sound->len + (size_t)got > SOUND_MAX_BYTES)
            return false;
        buf_add(sound, (str){bytes, (size_t)got});
    }
    return got == 0;
}

/* What the program says to the line; false unless it ends with status 0. */
static bool converse(struct buf *sound, const char *command, str line)
{
    int input, output, status = 0;
    pid_t pid;
    bool ok;

    signal(SIGPIPE, SIG_IGN); /* one that does not read is no crash */
    pid = start(&input, &output, command);
    if (pid < 0)
        return false;
    write_all(input, line);
    close(input);
    ok = read_all(sound, output);
    close(output);
    return waitpid(pid, &status, 0) == pid && ok && WIFEXITED(status) &&
           WEXITSTATUS(status) == 0;
}

/* ---- its sound ------------------------------------------------------------
 */

static uint32_t little(const char *bytes, size_t count)
{
    uint32_t value = 0;

    while (count-- > 0)
        value = value << 8 | (unsigned char)bytes[count];
    return value;
}

/* The samples of a WAV; its sizes are not believed: a stream has none. False
 * when it is not 16 bit, mono, at this rate. */
static bool open_wav(str *sound, uint32_t rate_hz)
{
    enum { HEAD = 12, CHUNK = 8, FORMAT = 16 };
    str rest = str_skip(*sound, HEAD);
    bool fits = false;

    while (rest.len >= CHUNK) {
        str id = str_slice(rest, 0, 4), body = str_skip(rest, CHUNK);
        size_t size = little(rest.s + 4, 4);

        if (str_eq(id, STR("data"))) {
            *sound = str_slice(body, 0, size < body.len ? size : body.len);
            return fits;
        }
        if (size > body.len)
            return false;
        if (str_eq(id, STR("fmt ")) && size >= FORMAT)
            fits = little(body.s + 2, 2) == 1 &&
                   little(body.s + 4, 4) == rate_hz &&
                   little(body.s + 14, 2) == 16;
        rest = str_skip(body, size + size % 2 < body.len ? size + size % 2
                                                         : body.len);
    }
    return false;
}

static bool speak_command(struct utterance *out, const struct voice *voice,
                          const struct syllable *syllables, size_t count,
                          size_t least_samples, struct arena *mem)
{
    struct buf line = {.mem = mem}, sound = {.mem = mem};
    const char *command = str_zero(voice->command, mem);
    str samples;

    (void)least_samples;
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buf_char(&line, ' ');
        buf_add(&line, syllables[i].text);
    }
    buf_char(&line, '\n');
    if (!converse(&sound, command, buf_str(&line)))
        return false;
    samples = buf_str(&sound);
    if (str_starts(samples, STR("RIFF")) &&
        !open_wav(&samples, (uint32_t)voice->rate_hz))
        return false;
    *out = (struct utterance){
        .sample_count = samples.len / sizeof(int16_t),
    };
    if (out->sample_count == 0)
        return false;
    out->samples = ARENA_ARRAY(mem, int16_t, out->sample_count);
    memcpy(out->samples, samples.s, out->sample_count * sizeof(int16_t));
    return true;
}

static const char *version_command(void)
{
    return "(word times estimated)";
}

const struct engine engine_command = {
    .name = "command",
    .open = open_command,
    .select = select_command,
    .speak = speak_command,
    .version = version_command,
};
