import PedigreeCLI

Pedigree.run()
