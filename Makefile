# pedigree: `make demo` shows it, `make test` tests it. Both install what they need.

SWIFT ?= swift
# Tests run what users run: they read thousands of cards and texts, which takes four times as long unoptimised.
TESTED = -Xswiftc -O
RELEASE = .build/release/pedigree
PACKAGES = libxml2-dev libyaml-dev pkg-config
# The tests hold JSON reports to their schema with Python's validator; those of other formats come from PyPI.
TEST_PACKAGES = $(PACKAGES) python3 python3-jsonschema python3-venv python3-yaml
LINTED = Sources Tests Plugins Package.swift Benchmarks/Package.swift Benchmarks/Benchmarks \
	Fuzz/Package.swift Fuzz/Trials Fuzz/Driver

.PHONY: demo build test lint format golden bench fuzz wheel signatures setup setup-tests clean

demo: build
	@# The sample breaks two clauses, so the check ends with 1: that is what the demo shows.
	cd samples/deepseek-r1-distill-llama-8b && ../../$(RELEASE) check || test $$? -eq 1

build: setup
	$(SWIFT) build -c release --static-swift-stdlib --product pedigree

test: setup-tests
	$(SWIFT) build --build-tests $(TESTED)
	$(SWIFT) test --skip-build $(TESTED)

# The Python package with the program in it, linked statically, into dist/; then it is installed and tried.
wheel: build
	@./scripts/install-packages libicu-dev liblzma-dev zlib1g-dev python3 python3-pip python3-venv
	packaging/build-wheel
	packaging/test-wheel dist/pedigree-*.whl

lint:
	$(SWIFT) format lint --strict --recursive $(LINTED)

format:
	$(SWIFT) format --in-place --recursive $(LINTED)

# Rewrites the expected outputs of the samples; read the diff before you commit it.
golden: setup-tests
	UPDATE_GOLDEN=1 $(SWIFT) test $(TESTED) --filter Golden

# Measures reading, identifying, parsing and checking; on the corpus where it is present, else on our own texts.
bench: setup
	cd Benchmarks && $(SWIFT) package benchmark --no-progress

# Tries each way in for SECONDS with hostile input; TARGETS names some of them.
SECONDS = 60
fuzz: setup
	./Fuzz/run $(SECONDS) $(TARGETS)

# Makes the signatures of all texts of a collection; see docs/knowledge.md. SWAP: the index takes two pages for each other.
SWAP = liquid/lfm-open-license-1.0__variant1.html=liquid/liquid-ai-terms-2024-09-23.html
signatures: build
	rm -f licenses/signatures/*.yaml
	$(RELEASE) signatures $(INDEX) licenses/signatures --alias spdx- --skip 'hf-card-*' --swap $(SWAP)

setup:
	@./scripts/install-packages $(PACKAGES)

setup-tests:
	@./scripts/install-packages $(TEST_PACKAGES)
	@./scripts/install-validators

clean:
	$(SWIFT) package clean
