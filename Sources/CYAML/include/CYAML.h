/// libyaml, which reads YAML 1.1 as events.
#pragma once

#if !__has_include(<yaml.h>)
#error "install libyaml's header: apt-get install libyaml-dev"
#endif
#include <yaml.h>
