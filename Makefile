# netarium: what one does with the source tree.
#
#   make            build the program (the same as ./netarium does before it starts)
#   make test       set up, build and pass every test
#   make check      what a change must pass: format, warnings as errors, tests, content
#   make format     put the sources into the project's style
#   make goldens    draw the golden frames anew (look at the difference before committing)
#   make schemas    write schemas/ and the tables of docs/authoring.md anew from the program
#   make pictures   draw the README's pictures anew
#   make bench      measure start-up, bytes per frame and CPU beside a bare C ncurses program, the check of 5,000 lessons beside
#                   a JSON parser, a long diagram beside mscgen and PlantUML, and the simulator beside ns-3
#   make soak       kill a program that answers questions 2000 times, let every call of a save fail, and lose no answer
#   make fuzz       feed made-up files to the readers, FUZZ_SECONDS (60) each
#   make install    install under PREFIX (default /usr/local); DESTDIR is put in front
#   make uninstall  remove what install put there
#   make clean      remove everything that was built

PREFIX ?= /usr/local
DESTDIR ?=
program = .build/release/netarium
share = $(DESTDIR)$(PREFIX)/share
swift = swift
sources = Package.swift Sources Tests

.PHONY: all test check lint format goldens schemas pictures bench soak fuzz install uninstall clean

all: $(program)

$(program): FORCE
	@sh -c '. .ci/setup.sh; build_release'

FORCE:

test:
	./test

# Warnings are errors here rather than in Package.swift, so that a newer compiler does not stop a user's build.
check: lint
	$(swift) build --build-tests --scratch-path .build-check --explicit-target-dependency-import-check error \
	    -Xswiftc -warnings-as-errors
	./test

lint:
	$(swift) format lint --strict --recursive $(sources)

format:
	$(swift) format --in-place --recursive $(sources)

goldens:
	-RECORD_GOLDENS=1 $(swift) test --filter 'LadderTests|TutorTests' >/dev/null 2>&1
	git diff --stat -- Tests

schemas: $(program)
	for kind in lesson quiz course progress; do $(program) schema $$kind > schemas/$$kind.schema.json; done
	python3 docs/key_tables.py

pictures: $(program)
	sh docs/pictures/draw.sh

bench: $(program)
	@sh -c '. .ci/setup.sh; find_swift; install "the bench" $$(missing_for_bench); \
	    quietly "the build of the bench" .build/netarium-bench-build.log swift build $$release_flags --product BulkBench; \
	    quietly "the build of the bench" .build/netarium-bench-build.log swift build $$release_flags --product ProgressBench'
	python3 Tests/bench/bench.py

soak: $(program)
	cd Tests/terminal && NETARIUM_KILLS=2000 NETARIUM_FAULTS=all python3 -m unittest -v progress_kill_test progress_faults_test

FUZZ_SECONDS ?= 60

fuzz: $(program)
	Tests/fuzz/fuzz.sh $(FUZZ_SECONDS)
	MUTANTS=100 MUTANTS_SEED=$$$$ python3 -m unittest discover -s Tests/schemas -p '*_test.py' -k mutants

install: $(program)
	install -d $(DESTDIR)$(PREFIX)/bin $(share)/netarium/lessons $(share)/netarium/quizzes \
	    $(share)/netarium/schemas $(share)/man/man1 \
	    $(share)/bash-completion/completions $(share)/zsh/site-functions $(share)/fish/vendor_completions.d
	install -m 755 -s $(program) $(DESTDIR)$(PREFIX)/bin/netarium
	install -m 644 lessons/*.json $(share)/netarium/lessons
	install -m 644 quizzes/*.json $(share)/netarium/quizzes
	install -m 644 course.json $(share)/netarium
	install -m 644 schemas/*.json $(share)/netarium/schemas
	install -m 644 docs/netarium.1 $(share)/man/man1
	$(program) --generate-completion-script bash > $(share)/bash-completion/completions/netarium
	$(program) --generate-completion-script zsh > $(share)/zsh/site-functions/_netarium
	$(program) --generate-completion-script fish > $(share)/fish/vendor_completions.d/netarium.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/netarium $(share)/man/man1/netarium.1 \
	    $(share)/bash-completion/completions/netarium $(share)/zsh/site-functions/_netarium \
	    $(share)/fish/vendor_completions.d/netarium.fish
	rm -rf $(share)/netarium

clean:
	rm -rf .build .build-check .build-fuzz
