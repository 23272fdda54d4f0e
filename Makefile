# Needs make, Maven >= 3.8 and a JDK >= 25, which scripts/find-jdk looks for. Works with GNU make 3.81 and later.

.DEFAULT_GOAL := help
.PHONY: help build check fmt test create-zip run-all show-plot report demo pictures bench evidence clean

DIST := target/dist
BUILT := $(DIST)/built
PICTURE := benchmark/result.png
# The log of HEAD: what is built says which commit it is of.
SOURCES := pom.xml $(wildcard .mvn/* .git/logs/HEAD) scripts/weft scripts/find-jdk scripts/jdk-folders $(shell find src/main 2>/dev/null)

# What run-all measures: ZIPS, or else as many files as FILES_IN_ZIP says, or else three sizes.
SIZES := 100,250,500
ZIPS :=
FILES_IN_ZIP :=
FILE_SIZE :=
CSV := benchmark/results.csv
ARGS :=
file_size = $(if $(FILE_SIZE),--file-size=$(FILE_SIZE))
measured = $(if $(ZIPS),"--zip=$(ZIPS)",--files=$(or $(FILES_IN_ZIP),$(SIZES)) $(file_size))

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

build: $(BUILT) ## build the distribution in target/dist, where sources have changed
	@echo "$(DIST) is up to date"

check: ## check formatting, compile with all warnings as errors, run the unit tests
	@scripts/maven spotless:check test

fmt: ## format the Java sources
	@scripts/maven -q spotless:apply

test: ## run every test that this machine can run
	@rm -rf $(DIST)
	@mkdir -p target && touch target/started
	@scripts/maven verify
	$(finish_distribution)

create-zip: $(BUILT) ## make a zip: FILES_IN_ZIP=500 FILE_SIZE=100KiB ARGS="more options of weft create-zip"
	@scripts/weft create-zip --files=$(or $(FILES_IN_ZIP),500) $(file_size) $(ARGS)

run-all: $(BUILT) ## measure every mode and plot: FILES_IN_ZIP=500 FILE_SIZE=100KiB or ZIPS=a.zip,b.zip, CSV=file, ARGS="more options of weft run"
	@scripts/weft run --mode=all $(measured) --csv="$(CSV)" $(ARGS); code=$$?; \
	if [ $$code -gt 1 ]; then exit $$code; fi; \
	scripts/weft plot --csv="$(CSV)" $(if $(findstring --cold,$(ARGS)),--cold) && exit $$code

show-plot: ## open the picture, or print its path where there is no desktop
	@test -f $(PICTURE) || { echo "There is no $(PICTURE) yet: run 'make run-all' first." >&2; exit 1; }
	@echo "$(CURDIR)/$(PICTURE)"
	@if [ "$$(uname)" = Darwin ]; then open $(PICTURE); \
	elif [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] && command -v xdg-open >/dev/null; then xdg-open $(PICTURE); fi

# After run-all in one command ARGS are of weft run.
report: $(BUILT) ## make one page of HTML about the newest run: CSV=file, ARGS="more options of weft report"
	@scripts/weft report --csv="$(CSV)" $(if $(filter run-all,$(MAKECMDGOALS)),,$(ARGS))

demo: $(BUILT) ## watch the four modes at work for half a minute
	@scripts/weft demo $(ARGS)

pictures: $(BUILT) ## make the pictures of README.md and docs anew, in about 25 minutes of a quiet machine
	@scripts/pictures

bench: ## measure what weft's own recording adds to a pass, in about two minutes
	@scripts/maven -q -Pbench test-compile exec:exec

# Tests whose names end with Evidence, and the short forms of others at length.
evidence: $(BUILT) ## make the long runs behind docs/reliability.md, in about half an hour
	@scripts/maven verify -Dtest=NoUnitTest -Dsurefire.failIfNoSpecifiedTests=false \
	    -Dit.test='*Evidence,KilledRunsIT' -Dweft.kills=50
	@cat target/evidence/*.md

clean: ## remove what was built and the zips that were made, and keep the results
	@rm -rf target build

# Libraries of an older pom.xml must not stay on the class path, so the distribution is made anew.
$(BUILT): $(SOURCES)
	@echo "building weft (the first time, Maven downloads what it needs; this may take minutes)"
	@rm -rf $(DIST)
	@mkdir -p target && touch target/started
	@scripts/maven -q package -Dmaven.test.skip=true >target/build.log 2>&1 || { cat target/build.log >&2; exit 1; }
	$(finish_distribution)

# The stamp carries the time at which the build started: a source saved while it ran is newer.
define finish_distribution
@mkdir -p $(DIST)/bin && cp scripts/weft scripts/find-jdk scripts/jdk-folders $(DIST)/bin
@mv target/started $(BUILT)
endef
