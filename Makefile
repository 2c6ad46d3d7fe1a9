# baonoi: make, make check, make install PREFIX= DESTDIR=, make bench,
# make check SANITIZE=address,undefined, make fuzz, make tidy format.

VERSION = 0.1.0
PREFIX = /usr/local
DESTDIR =

CC ?= cc
CFLAGS ?= -O2 -g
SANITIZE =
WERROR =

LIBRARIES = libxml-2.0 expat md4c libzip espeak-ng sndfile opus ogg libebur128 libmpg123 soxr libutf8proc jansson nettle freetype2 libpng
PKG_CONFIG = pkg-config

# A sanitizer's objects never mix with others; those of other flags are made
# again.
empty =
comma = ,
BUILD = build$(if $(SANITIZE),-$(subst $(comma),-,$(SANITIZE)))

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
    -Wmissing-prototypes -Wvla -Wcast-qual -Wwrite-strings -Wundef \
    -Wformat=2 -Wpointer-arith -Wswitch-enum
ALL_CFLAGS = -std=c11 -fno-math-errno -D_GNU_SOURCE -Isrc -Ibuild/assets -DBAONOI_VERSION='"$(VERSION)"' \
    -DBAONOI_DATA_DIR='"$(PREFIX)/share/baonoi"' $(WARNINGS) \
    $(if $(WERROR),-Werror) $(shell $(PKG_CONFIG) --cflags $(LIBRARIES)) $(CFLAGS)
# No sound card: src/speech/soundcard.h takes the place of a library.
ALL_LDFLAGS = -Wl,-u,create_audio_device_object $(LDFLAGS)
# LAME comes without a file for pkg-config.
SHARED := $(shell $(PKG_CONFIG) --libs $(LIBRARIES)) -lmp3lame -lm
# A program that loads fifty libraries takes 8 ms to start. So some are loaded
# when they are wanted (src/base/late.h), by the names that they have here,
LATE = -lxml2 -lzip -lsndfile
sonames = $(shell objdump -p "$$($(CC) -print-file-name=lib$(2).so)" | sed -n 's/ *$(1) *//p')
soname = '"$(call sonames,SONAME,$(1))"'
LATE_FLAGS := -DLATE_XML2=$(call soname,xml2) -DLATE_ZIP=$(call soname,zip) \
    -DLATE_SNDFILE=$(call soname,sndfile)
ALL_CFLAGS += $(LATE_FLAGS)
# and some are linked as archives where there are such, with what those of
# espeak-ng and freetype need.
ARCHIVES = espeak-ng opus ogg jansson nettle utf8proc expat freetype png16 mp3lame
FREETYPE_NEEDS = brotlidec brotlicommon z
SONIC := $(filter libsonic.so%,$(call sonames,NEEDED,espeak-ng))
has_archive = $(filter /%,$(shell $(CC) -print-file-name=lib$(1).a))
LINKED := $(foreach name,$(ARCHIVES),$(if $(call has_archive,$(name)),$(name)))
LDLIBS := $(foreach library,$(filter-out $(LATE),$(SHARED)),$(if \
    $(filter $(library:-l%=%),$(LINKED)),-l:$(library:-l%=lib%.a),$(library))) \
    $(if $(filter espeak-ng,$(LINKED)),$(if $(SONIC),-l:$(if \
        $(call has_archive,sonic),libsonic.a,$(SONIC)))) \
    $(if $(filter freetype,$(LINKED)),$(foreach name,$(FREETYPE_NEEDS),\
        $(if $(call has_archive,$(name)),-l:lib$(name).a,-l$(name))))
ifneq ($(SANITIZE),)
ALL_CFLAGS += -fsanitize=$(SANITIZE) -fno-sanitize-recover=all \
    -fno-omit-frame-pointer
ALL_LDFLAGS += -fsanitize=$(SANITIZE)
endif

SOURCES := $(sort $(wildcard src/*/*.c))
HEADERS := $(sort $(wildcard src/*.h src/*/*.h))
# What the page carries, as bytes for C.
ASSETS := $(patsubst src/%,build/assets/%.inc,$(wildcard src/web/*.css src/web/*.js))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/src/pipeline.o
UNIT_TESTS := $(sort $(patsubst tests/%.c,$(BUILD)/%,$(wildcard tests/test_*.c)))
SHELL_TESTS := $(sort $(filter-out tests/tap.sh,$(wildcard tests/*.sh)))
FUZZERS := $(sort $(patsubst tests/%.c,build-fuzz/%,$(wildcard tests/fuzz_*.c)))

all: $(BUILD)/baonoi

$(BUILD)/baonoi: $(BUILD)/src/main.o $(BUILD)/libbaonoi.a
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/libbaonoi.a: $(OBJECTS)
	rm -f $@
	$(AR) rcs $@ $^

# Changes when the compiler or its flags do.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(subst ','\'',$(ALL_CFLAGS))' | cmp -s - $@ || \
	    echo '$(CC) $(subst ','\'',$(ALL_CFLAGS))' > $@
FORCE:

$(BUILD)/%.o: %.c Makefile $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

build/assets/%.inc: src/%
	@mkdir -p $(@D)
	od -An -v -td1 $< | sed 's/[-0-9][0-9]*/&,/g' > $@

$(BUILD)/src/web/assets.o: $(ASSETS)

-include $(OBJECTS:.o=.d) $(BUILD)/src/main.d

# ---- tests -----------------------------------------------------------------

$(BUILD)/test_%: tests/test_%.c $(wildcard tests/*.h) $(BUILD)/libbaonoi.a
	$(CC) $(ALL_CFLAGS) -Itests $(ALL_LDFLAGS) -o $@ $< $(BUILD)/libbaonoi.a \
	    $(LDLIBS) -lzip -lcmocka

# The program with an engine that fails when it is told to.
$(BUILD)/failing: tests/shim_engine.c $(BUILD)/src/main.o $(BUILD)/libbaonoi.a
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -Wl,--wrap=espeak_Synth -o $@ $^ $(LDLIBS)

unit-tests: $(UNIT_TESTS) $(BUILD)/failing

# One runner for C and shell: prove reads TAP from both.
check: all unit-tests check-source
	BAONOI="$(CURDIR)/$(BUILD)/baonoi" CMOCKA_MESSAGE_OUTPUT=TAP \
	    prove -j "$$(nproc)" --failures --comments --timer --exec '' $(UNIT_TESTS) $(SHELL_TESTS)

check-source: check-headers
	scripts/check-layers
	scripts/check-words

# Every header is complete alone.
check-headers:
	@for h in $(HEADERS); do \
	    $(CC) $(ALL_CFLAGS) -fsyntax-only -x c $$h || exit 1; \
	done

# By hand: random and spoilt texts through the stages of text, under the
# sanitizers; the program killed at many moments; a WAV past 4 GiB.
SOAK_STRINGS = 100000
SOAK_TOKENS = 1000000
SOAK_SEED = 1
SOAK_KILLS = 200
SOAK_RESUMES = 50
soak:
	$(MAKE) SANITIZE=address,undefined soak-text
	$(MAKE) all $(BUILD)/test_reading_tokens
	$(BUILD)/test_reading_tokens $(SOAK_TOKENS) $(SOAK_SEED)
	KILL_MOMENTS=$(SOAK_KILLS) KILL_RESUMES=$(SOAK_RESUMES) \
	    BAONOI="$(CURDIR)/$(BUILD)/baonoi" tests/kill.sh
	BROADCAST_LONG=1 BAONOI="$(CURDIR)/$(BUILD)/baonoi" tests/broadcast.sh
	$(MAKE) soak-slots
	$(MAKE) soak-levels

$(BUILD)/soak_%: tests/soak_%.c $(BUILD)/libbaonoi.a
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(BUILD)/libbaonoi.a $(LDLIBS)

soak-text: $(BUILD)/soak_text
	$(BUILD)/soak_text $(SOAK_STRINGS) $(SOAK_SEED) tests/examples/article.txt \
	    tests/examples/article/cms_modern.html \
	    $(wildcard ../shared/data/seed_article.txt)

# A hundred editions of lengths by chance, over ten articles.
SOAK_SLOTS = 100
SOAK_ARTICLES = tests/examples/article.txt \
    $(wildcard ../shared/data/seed_article.txt) \
    $(addprefix tests/examples/article/, agency_world.txt district_portal.txt \
    english_pr.txt interview_bold_questions.txt law_questions.txt \
    ministry_portal.txt provincial_paper.txt sport_report.txt poem.txt)
soak-slots: all
	mkdir -p $(BUILD)/slots
	cd $(BUILD)/slots && HOME=$(CURDIR)/$(BUILD)/slots \
	    python3 $(CURDIR)/tests/slots.py $(CURDIR)/$(BUILD)/baonoi \
	    $(SOAK_SLOTS) $(SOAK_SEED) \
	    $(abspath $(wordlist 1,10,$(SOAK_ARTICLES)))

# The level and the peak of every voice, quality and use.
soak-levels: all
	mkdir -p $(BUILD)/levels
	cd $(BUILD)/levels && HOME=$(CURDIR)/$(BUILD)/levels \
	    python3 $(CURDIR)/tests/levels.py $(CURDIR)/$(BUILD)/baonoi \
	    $(abspath $(wordlist 1,10,$(SOAK_ARTICLES)))

# By hand: no text costs more than in proportion to its length.
linear: all
	scripts/check-linear $(BUILD)/baonoi

# By hand: an hour in every format, in memory that does not grow with it.
book: all $(BUILD)/failing
	scripts/check-book $(BUILD)/baonoi $(BUILD)/failing $(BOOK)

$(BUILD)/bench_%: tests/bench_%.c $(BUILD)/libbaonoi.a
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(BUILD)/libbaonoi.a $(LDLIBS) \
	    -lsndfile

bench: all $(BUILD)/bench_parts
	scripts/bench --baonoi $(BUILD)/baonoi $(BENCH_ARGS)

# ---- tools -----------------------------------------------------------------

FUZZ_SECONDS = 60
build-fuzz/fuzz_%: tests/fuzz_%.c $(SOURCES) $(HEADERS) $(ASSETS)
	@mkdir -p $(@D)
	clang $(ALL_CFLAGS) -Itests -O1 -fsanitize=fuzzer,address,undefined \
	    -fno-sanitize-recover=all -o $@ $< $(SOURCES) src/pipeline.c $(LDLIBS) -lzip

fuzz: $(FUZZERS)
	@for f in $(FUZZERS); do \
	    name=$$(basename $$f); mkdir -p build-fuzz/corpus/$$name; \
	    echo "== $$name"; \
	    $$f -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -timeout=10 \
	        -verbosity=1 -print_final_stats=1 \
	        -artifact_prefix=build-fuzz/ build-fuzz/corpus/$$name || exit 1; \
	done

tidy: $(ASSETS)
	clang-tidy --quiet --warnings-as-errors='*' \
	    $(sort $(wildcard src/*.c src/*/*.c)) -- \
	    $(filter-out -Werror,$(ALL_CFLAGS))

format:
	clang-format -i $(sort $(wildcard src/*.[ch] src/*/*.[ch] tests/*.[ch]))

# ---- installation ----------------------------------------------------------

install: all
	install -d "$(DESTDIR)$(PREFIX)/bin" \
	    "$(DESTDIR)$(PREFIX)/share/baonoi/voices/vi" \
	    "$(DESTDIR)$(PREFIX)/share/man/man1" \
	    "$(DESTDIR)$(PREFIX)/share/bash-completion/completions"
	install -m 755 $(BUILD)/baonoi "$(DESTDIR)$(PREFIX)/bin/baonoi"
	install -m 644 voices/*.voice voices/*.style voices/sample.txt \
	    "$(DESTDIR)$(PREFIX)/share/baonoi/voices"
	install -m 644 voices/vi/*.tsv "$(DESTDIR)$(PREFIX)/share/baonoi/voices/vi"
	$(BUILD)/baonoi --help-man \
	    > "$(DESTDIR)$(PREFIX)/share/man/man1/baonoi.1"
	$(BUILD)/baonoi --help-completion \
	    > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/baonoi"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/baonoi" \
	    "$(DESTDIR)$(PREFIX)/share/man/man1/baonoi.1" \
	    "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/baonoi"
	rm -rf "$(DESTDIR)$(PREFIX)/share/baonoi"

clean:
	rm -rf build build-*

.PHONY: FORCE all unit-tests check check-source check-headers bench book linear soak soak-text soak-slots soak-levels fuzz tidy format \
    install uninstall clean
